/** The scheduler: FSRS 6 with its published parameters, as `ts-fsrs` keeps them. https://github.com/open-spaced-repetition/fsrs4anki/wiki */

import {createEmptyCard, fsrs, Grades} from 'ts-fsrs'
import type {Card, CardInput, StateType} from 'ts-fsrs'
import type {Memory} from './progress.ts'

const scheduler = fsrs()
/** By the number that a file has. */
const states: readonly StateType[] = ['New', 'Learning', 'Review', 'Relearning']

/** What will be known of a card after each answer: again, hard, good, easy. */
export function outcomes(memory: Memory | undefined, now: Date): readonly Memory[] {
  const card = memory === undefined ? createEmptyCard(now) : cardOf(memory)
  return Grades.map((grade) => memoryOf(scheduler.next(card, now, grade).card, now))
}

function cardOf(memory: Memory): CardInput {
  return {
    due: new Date(memory.due),
    last_review: new Date(memory.lastReview),
    stability: memory.stability,
    difficulty: memory.difficulty,
    scheduled_days: memory.scheduledDays,
    // Told by the date of the last review; the library will drop the field.
    elapsed_days: 0,
    learning_steps: memory.learningSteps,
    reps: memory.reps,
    lapses: memory.lapses,
    state: states[memory.state] ?? 'New',
  }
}

function memoryOf(card: Card, now: Date): Memory {
  return {
    due: card.due.toISOString(),
    lastReview: now.toISOString(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
  }
}
