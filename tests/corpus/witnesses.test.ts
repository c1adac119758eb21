/**
 * The real witnesses, where they are at hand. They are other people's texts and
 * no part of the project; without them this says by name what it leaves out.
 */

import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {quotationsOf, verify} from '../../src/check/quotations.ts'
import {restore} from '../../src/corpus/apparatus.ts'
import {readCorpus} from '../../src/corpus/corpus.ts'
import {sentenceNumbers} from '../../src/corpus/witness.ts'
import {readContent, readWitnessTexts} from '../../src/site/content.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '../shared/witnesses')
const texts = readWitnessTexts(folder)
const {corpus} = readCorpus(readContent(root))
const witnesses = [...corpus.witnesses.values()].filter(({received}) => received !== undefined)
const atHand = witnesses.filter(({id}) => texts.has(id))

for (const {id} of witnesses.filter((witness) => !texts.has(witness.id))) {
  process.stdout.write(`Left out: the tests of ${id}, whose file ${id}.txt is not in ${folder}\n`)
}

describe('content/witnesses', () => {
  it('has a record for each of the files at hand', () => {
    expect(atHand.map(({id}) => id).toSorted()).toEqual([...texts.keys()].toSorted())
    if (existsSync(folder)) expect(atHand.length).toBeGreaterThanOrEqual(2)
  })

  describe.each(atHand.map((witness) => [witness.id, witness] as const))('%s', (id, witness) => {
    const text = texts.get(id)
    const sentences = text?.sentences ?? new Map<never, string>()

    it('is the file that the record describes', () => {
      expect(text?.sha256).toBe(witness.received?.sha256)
    })

    it('has the sentences that the record counts', () => {
      expect([...sentences.keys()]).toEqual(sentenceNumbers(witness))
    })

    it('has every reading of the apparatus, in its sentence', () => {
      expect(witness.apparatus.length).toBeGreaterThan(0)
      for (const [number, sentence] of sentences) {
        const rows = witness.apparatus.filter(({at}) => at === number)
        const {text: restored, problems} = restore(sentence, rows)
        expect(problems.map(({row, problem}) => `${row.row} ${problem}`)).toEqual([])
        expect(restore(sentence, rows.toReversed()).text).toBe(restored)
      }
    })
  })
})

describe('content/statements', () => {
  it('quote what their witnesses have, character for character', () => {
    const verdicts = quotationsOf(corpus)
      .filter(
        ({quotation: {basis}, clause}) =>
          basis.type !== 'source' && clause.from.every(({witness}) => texts.has(witness)),
      )
      .map(
        (placed) =>
          [
            `${placed.statement.id}#${placed.clause.n} “${placed.quotation.words}”`,
            verify(placed, corpus, texts).type,
          ] as const,
      )
    expect(verdicts.filter(([, verdict]) => verdict !== 'verified')).toEqual([])
    if (atHand.length === witnesses.length) expect(verdicts.length).toBeGreaterThanOrEqual(50)
  })
})
