import {describe, expect, it} from 'vitest'
import type {Card, Deck} from '../../src/analysis/cards.ts'
import {
  datedBack,
  mergeProgress,
  readProgress,
  takenBack,
  writeProgress,
} from '../../src/components/scripts/study/progress.ts'
import type {Memory, Progress} from '../../src/components/scripts/study/progress.ts'
import {queueOf, spanInWords} from '../../src/components/scripts/study/queue.ts'
import {outcomes} from '../../src/components/scripts/study/scheduler.ts'
import {pick, random} from '../fixtures/random.ts'

const now = new Date('2026-11-25T12:00:00.000Z')
const day = 86_400_000

function memory(changes: Partial<Memory> = {}): Memory {
  return {
    due: '2026-11-20T12:00:00.000Z',
    lastReview: '2026-11-10T12:00:00.000Z',
    stability: 10,
    difficulty: 5,
    scheduledDays: 10,
    learningSteps: 0,
    reps: 3,
    lapses: 0,
    state: 2,
    ...changes,
  }
}

function progressIn(text: string): Progress {
  const reading = readProgress(text)
  if ('problem' in reading) throw new Error(reading.problem)
  return reading.progress
}

describe('a file of progress', () => {
  const progress = new Map([
    ['meaning:ncg', memory()],
    ['cloze:2p2-2024#ironclad', memory({lapses: 2})],
    ['__proto__', memory()],
    ['of-another-edition', memory()],
  ])

  it('is read as it was written, with the cards that this edition does not have', () => {
    const sorted = [...progress].toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect([...progressIn(writeProgress(progress))]).toEqual(sorted)
    expect(writeProgress(progressIn(writeProgress(progress)))).toBe(writeProgress(progress))
    expect(progressIn(writeProgress(new Map())).size).toBe(0)
  })

  it.each([
    ['nothing', '', 'no file of progress'],
    ['no JSON', '<html>', 'no file of progress'],
    ['another JSON', '[1, 2]', 'no file of progress'],
    ['a list for cards', '{"format": "linchpin-progress", "version": 1, "cards": []}', 'no list of cards'],
    ['progress of something else', '{"format": "other", "version": 1, "cards": {}}', 'no file of progress'],
    ['a newer file', '{"format": "linchpin-progress", "version": 2, "cards": {}}', 'reads version 1 only'],
    [
      'a card that is none',
      '{"format": "linchpin-progress", "version": 1, "cards": {"a": null}}',
      '“a” has no valid record',
    ],
  ])('is refused in a sentence where it is %s', (_what, text, sentence) => {
    expect(readProgress(text)).toEqual({problem: expect.stringContaining(sentence) as string})
  })

  it.each([
    ['due', 'soon'],
    ['lastReview', 5],
    ['stability', '10'],
    ['difficulty', null],
    ['reps', -1],
    ['state', 4],
    ['state', 1.5],
    ['lapses', undefined],
    ['due', '-000001-01-01T00:00:00.000Z'],
    ['due', '-1'],
    ['lastReview', '+275760-09-13T00:00:00.000Z'],
    ['lastReview', '2026-13-45T00:00:00.000Z'],
    ['stability', 0],
    ['stability', 1e300],
    ['difficulty', 0.5],
    ['difficulty', 11],
    ['scheduledDays', 1e9],
    ['learningSteps', 'NaN'],
  ])('is refused where %s of a card is %s, and says so', (name, value) => {
    const file = {format: 'linchpin-progress', version: 1, cards: {good: memory(), bad: {...memory(), [name]: value}}}
    expect(readProgress(JSON.stringify(file))).toEqual({problem: `It is damaged: the card “bad” has no valid ${name}.`})
  })

  it('cut anywhere is refused and never half read', () => {
    const text = writeProgress(progress)
    const next = random(3)
    for (let turn = 0; turn < 200; turn++) {
      const cut = text.slice(0, Math.floor(next() * (text.length - 2)))
      expect(readProgress(cut)).toHaveProperty('problem')
    }
  })

  it('is refused where it writes NaN, Infinity or bytes that are no text', () => {
    const text = writeProgress(new Map([['a', memory()]]))
    for (const bad of [
      text.replace('"reps": 3', '"reps": NaN'),
      text.replace('"reps": 3', '"reps": 1e999'),
      '\0\u{fffd}PK',
    ])
      expect(readProgress(bad)).toHaveProperty('problem')
  })

  it('that names a card twice has it once, and one named like a part of every object changes nothing else', () => {
    const cards = `"a": ${JSON.stringify(memory({reps: 1}))}, "a": ${JSON.stringify(memory({reps: 2}))}, "constructor": ${JSON.stringify(memory())}, "__proto__": ${JSON.stringify(memory())}`
    const read = progressIn(`{"format": "linchpin-progress", "version": 1, "cards": {${cards}}}`)
    expect([...read.keys()].toSorted()).toEqual(['__proto__', 'a', 'constructor'])
    expect(read.get('a')?.reps).toBe(2)
    expect(progressIn(writeProgress(read))).toEqual(read)
    expect(Object.keys({})).toEqual([])
    expect(({} as {reps?: number}).reps).toBeUndefined()
  })

  it('that is read at all is one that the scheduler can go on with, and its answer can be read too', () => {
    const next = random(5)
    const numbers = [0, 1e-9, 0.001, 0.5, 1, 1.5, 5, 10, 11, 99, 36_500, 36_501, 1e7]
    const dates = [
      '0000-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      now.toISOString(),
      '9999-12-31T23:59:59.999Z',
    ]
    let taken = 0
    for (let turn = 0; turn < 3000; turn++) {
      const [stability, difficulty, scheduledDays, learningSteps, reps, lapses] = Array.from({length: 6}, () =>
        pick(numbers, next),
      ) as [number, number, number, number, number, number]
      const odd = {stability, difficulty, scheduledDays, learningSteps, reps, lapses}
      const hostile = memory({
        ...odd,
        state: pick([0, 1, 2, 3], next),
        due: pick(dates, next),
        lastReview: pick(dates, next),
      })
      const reading = readProgress(writeProgress(new Map([['a', hostile]])))
      if ('problem' in reading) continue
      taken++
      const answers = outcomes(datedBack(reading.progress, now.getTime()).get('a'), now)
      expect(progressIn(writeProgress(new Map(answers.map((answer, at) => [`${at}`, answer])))).size).toBe(4)
    }
    expect(taken).toBeGreaterThan(40)
  })

  it('with a byte changed is read as sound progress or refused, and never throws', () => {
    const text = writeProgress(progress)
    const next = random(4)
    for (let turn = 0; turn < 300; turn++) {
      const at = Math.floor(next() * text.length)
      const reading = readProgress(text.slice(0, at) + pick(['"', '}', '-', '9', 'x', ' '], next) + text.slice(at + 1))
      if (!('progress' in reading)) continue
      for (const {due, stability} of reading.progress.values())
        expect([Number.isNaN(Date.parse(due)), Number.isFinite(stability)]).toEqual([false, true])
    }
  })
})

describe('mergeProgress(mine, other)', () => {
  it('keeps of each card what was reviewed last, whichever side has it', () => {
    const [older, newer] = [memory(), memory({lastReview: '2026-11-11T00:00:00.000Z', reps: 4})]
    const [mine, other] = [
      new Map([
        ['a', newer],
        ['b', older],
        ['mine', older],
      ]),
      new Map([
        ['a', older],
        ['b', newer],
        ['other', older],
      ]),
    ]
    const expected = {a: newer, b: newer, mine: older, other: older}
    expect(Object.fromEntries(mergeProgress(mine, other))).toEqual(expected)
    expect(Object.fromEntries(mergeProgress(other, mine))).toEqual(expected)
  })
})

describe('datedBack(progress, now)', () => {
  it('brings a review of the future back to now, with its due date, so that the next answer counts', () => {
    const ahead = memory({lastReview: '9999-01-01T00:00:00.000Z', due: '9999-01-11T00:00:00.000Z'})
    const sober = datedBack(
      new Map([
        ['ahead', ahead],
        ['sound', memory()],
      ]),
      now.getTime(),
    )
    expect(sober.get('sound')).toEqual(memory())
    expect(sober.get('ahead')).toEqual({...ahead, lastReview: now.toISOString(), due: '2026-12-05T12:00:00.000Z'})
    const [answer] = outcomes(sober.get('ahead'), new Date(now.getTime() + 1))
    if (answer === undefined) throw new Error('The scheduler gave no answer')
    expect(mergeProgress(sober, new Map([['ahead', answer]])).get('ahead')).toEqual(answer)
  })
})

describe('takenBack(progress, id, answer, before)', () => {
  const answer = memory({lastReview: now.toISOString(), reps: 4})
  it('leaves what was known before, or nothing, and the other cards as they are', () => {
    const progress = new Map([
      ['a', answer],
      ['b', memory()],
    ])
    expect(takenBack(progress, 'a', answer, memory())).toEqual(
      new Map([
        ['b', memory()],
        ['a', memory()],
      ]),
    )
    expect(takenBack(progress, 'a', answer, undefined)).toEqual(new Map([['b', memory()]]))
    expect(progress.size).toBe(2)
  })

  it('leaves a later answer of another window alone', () => {
    const later = new Map([['a', memory({lastReview: '2026-11-26T00:00:00.000Z'})]])
    expect(takenBack(later, 'a', answer, undefined)).toEqual(later)
  })
})

describe('queueOf(cards, progress, now)', () => {
  const card = (id: string, deck: Deck = 'meaning') => ({id, deck, front: id}) as unknown as Card
  const due = (offset: number) => memory({due: new Date(now.getTime() + offset).toISOString()})

  it('has what is due, longest due first, and tells when the next one is', () => {
    const progress = new Map([
      ['later', due(3 * day)],
      ['next', due(day)],
      ['just', due(0)],
      ['long', due(-9 * day)],
      ['not-here', due(-day)],
    ])
    const queue = queueOf(
      ['later', 'just', 'new', 'next', 'long'].map((id) => card(id)),
      progress,
      now.getTime(),
    )
    expect(queue.due.map(({id}) => id)).toEqual(['long', 'just'])
    expect(queue.fresh.map(({id}) => id)).toEqual(['new'])
    expect(queue.next).toBe(now.getTime() + day)
  })

  it('brings new cards of every deck in turn', () => {
    const cards = [card('m1'), card('m2'), card('m3'), card('c1', 'cloze'), card('k1', 'korean'), card('k2', 'korean')]
    const {fresh, next} = queueOf(cards, new Map(), now.getTime())
    expect(fresh.map(({id}) => id)).toEqual(['m1', 'c1', 'k1', 'm2', 'k2', 'm3'])
    expect(next).toBeUndefined()
  })

  it('has nothing of nothing', () => {
    expect(queueOf([], new Map(), 0)).toEqual({due: [], fresh: []})
  })
})

describe('outcomes(memory, now)', () => {
  it('puts a better answer off longer, for a new card and for one that is known', () => {
    for (const known of [undefined, memory()]) {
      const times = outcomes(known, now).map(({due}) => Date.parse(due))
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(new Set(times).size).toBe(4)
      expect(times[0]).toBeGreaterThan(now.getTime())
    }
  })

  it('lets the time grow while a card is known, and shrink when it is forgotten', () => {
    let known: Memory | undefined
    let at = now
    const spans: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      known = outcomes(known, at)[2]
      spans.push(Date.parse(known?.due ?? '') - at.getTime())
      at = new Date(known?.due ?? '')
    }
    expect(spans).toEqual(spans.toSorted((a, b) => a - b))
    expect(spans.at(-1)).toBeGreaterThan(20 * day)
    const forgotten = outcomes(known, at)[0]
    expect(Date.parse(forgotten?.due ?? '') - at.getTime()).toBeLessThan(day)
    expect(forgotten?.lapses).toBe(1)
  })

  it('rests on everything that is known of the card', () => {
    const good = (known: Memory) => outcomes(known, now)[2]
    const due = (known: Memory) => Date.parse(good(known)?.due ?? '')
    expect(due(memory({stability: 40}))).toBeGreaterThan(due(memory()))
    expect(due(memory({difficulty: 9}))).toBeLessThan(due(memory()))
    expect(due(memory({lastReview: '2026-11-24T12:00:00.000Z'}))).toBeLessThan(due(memory()))
    expect(good(memory({lapses: 2, reps: 7}))).toMatchObject({lapses: 2, reps: 8, state: 2})
  })

  it('is what it would be had it never been written to a file', () => {
    const [, , good] = outcomes(undefined, now)
    if (good === undefined) throw new Error('There is no answer “good”')
    const later = new Date(Date.parse(good.due) + day)
    const read = progressIn(writeProgress(new Map([['a', good]]))).get('a')
    expect(outcomes(read, later)).toEqual(outcomes(good, later))
    expect(good).toEqual(read)
  })
})

describe('spanInWords(milliseconds)', () => {
  it.each([
    [0, '1 min'],
    [600_000, '10 min'],
    [3_600_000, '1 hour'],
    [5 * 3_600_000, '5 hours'],
    [day, '1 day'],
    [20 * day, '20 days'],
    [95 * day, '3 months'],
    [800 * day, '2 years'],
  ])('says %i as %s', (span, said) => {
    expect(spanInWords(span)).toBe(said)
  })
})
