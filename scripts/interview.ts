/** Answers from flags, from questions in a terminal, or from suggestions. */

import {createInterface} from 'node:readline/promises'
import type {KindName} from '../src/corpus/kinds.ts'
import type {Corpus} from '../src/corpus/model.ts'
import {answerProblem, askable, nextQuestion} from '../src/writing/answers.ts'
import type {Answers, Question} from '../src/writing/answers.ts'

/** Puts a question and gives what was typed. */
export type Ask = (question: string) => Promise<string>

/** A terminal to ask in, or nothing where the command runs without one. Who leaves it leaves everything as it was. */
export function terminal(): {readonly ask: Ask; readonly close: () => void} | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined
  const lines = createInterface({input: process.stdin, output: process.stdout})
  const leave = () => {
    process.stdout.write('\nNothing was written.\n')
    process.exit(130)
  }
  lines.on('close', leave)
  return {
    ask: (question) => lines.question(`\n${question}`),
    close() {
      lines.off('close', leave)
      lines.close()
    },
  }
}

export interface Interview {
  readonly answers: Answers
  /** Why it cannot go on, a sentence each. */
  readonly obstacles: readonly string[]
}

/**
 * Completes answers until a record of the kind can be written.
 *
 * With `ask`, every key that is needed and not given is asked for, again
 * while the answer does not fit. Without, suggestions stand in for answers,
 * and what has none is an obstacle.
 */
export async function interview(kind: KindName, given: Answers, corpus: Corpus, ask?: Ask): Promise<Interview> {
  const obstacles = askable(kind).flatMap((field) => {
    const answer = given[field.key]
    const problem = answer === undefined ? undefined : answerProblem(kind, field, answer)
    return problem === undefined ? [] : [`--${field.key}: ${problem}`]
  })
  const answers: Record<string, string> = {...given}
  for (let next = nextQuestion(kind, answers, corpus); next !== undefined; next = nextQuestion(kind, answers, corpus)) {
    const {field, suggestion} = next
    if (ask === undefined && suggestion === undefined) obstacles.push(`--${field.key} is missing: ${explain(next)}`)
    answers[field.key] = ask === undefined ? (suggestion ?? '') : await answerTo(kind, next, ask)
  }
  return {answers, obstacles}
}

async function answerTo(kind: KindName, question: Question, ask: Ask): Promise<string> {
  const {field, suggestion} = question
  const shown = `${explain(question)}\n${field.key}${suggestion === undefined ? '' : ` [${suggestion}]`}: `
  for (let prompt = shown; ;) {
    const typed = (await ask(prompt)).trim()
    const answer = typed === '' ? (suggestion ?? '') : typed
    const problem = answerProblem(kind, field, answer)
    if (problem === undefined) return answer
    prompt = `${problem}\n${field.key}: `
  }
}

/** What a key holds and what it may be, for one who has to fill it. */
export function explain({field: {help, values, list}}: Pick<Question, 'field'>): string {
  const form = values.length > 0 ? ` (${list ? 'some of' : 'one of'} ${values.join(', ')})` : ''
  const separated = list ? ', with commas between' : ''
  return `${help}${form}${separated}${list && values.length === 0 ? '; "A, B" is one item' : ''}`
}
