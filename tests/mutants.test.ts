import {existsSync, globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {parts} from '../scripts/mutants/rooms.ts'
import type {MutantRecord, Tally} from '../scripts/mutants/record.ts'
import {root} from './fixtures/project.ts'
import {measured} from './fixtures/trust.ts'

const {samples, files} = parse(readFileSync(join(root, 'tests/mutants.yaml'), 'utf8')) as MutantRecord
const rows = [...Object.entries(samples), ...Object.entries(files)]
const survivors = rows.flatMap(([, tally]) => tally.survivors)

function noticed({killed, timedOut}: Tally): number {
  return killed + timedOut
}

/** Survivors for which a test has been written. */
function since({survivors: living}: Tally): number {
  return living.filter(({reason}) => reason.startsWith('noticed since: ')).length
}

function percent(share: number): number {
  return Math.floor(share * 1000) / 10
}

describe('tests/mutants.yaml', () => {
  it.each(rows)('adds up for %s', (_, {tried, killed, timedOut, survived, uncovered, survivors: listed}) => {
    expect(tried).toBeGreaterThan(0)
    expect(killed + timedOut + survived + uncovered).toBe(tried)
    expect(listed).toHaveLength(survived + uncovered)
  })

  it('has a sample of each part of the three rooms', () => {
    expect(Object.keys(samples)).toEqual(parts.map(({name}) => name))
    const rooms = ['corpus', 'check', 'analysis'].flatMap((room) => globSync(`src/${room}/**/*.ts`, {cwd: root}))
    const mutated = parts.flatMap(({files: pattern}) => globSync(pattern, {cwd: root}))
    expect(mutated.toSorted()).toEqual(rooms.toSorted())
  })

  it('names files that are there', () => {
    const tests = survivors.flatMap(({reason}) => reason.match(/tests\/\S+\.test\.ts/g) ?? [])
    const named = [...Object.keys(files), ...survivors.map(({file}) => file), ...tests]
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  it('says of each survivor why it lives', () => {
    const without = survivors.filter(
      ({reason}) => !/^(?:equivalent|speed|programming error|noticed since|elsewhere|to be tested): \S/.test(reason),
    )
    expect(without.map(({file, was, now}) => `${file}: ${was} → ${now}`)).toEqual([])
  })

  it('tells of at least 80 % that tests noticed when they were drawn', () => {
    const drawn = Object.values(samples)
    const ofAll = drawn.reduce((total, {of}) => total + of, 0)
    // Each part weighs what it has of all mutants, however many of it were drawn.
    const share = (count: (tally: Tally) => number) =>
      drawn.reduce((total, each) => total + (count(each) / each.tried) * (each.of / ofAll), 0)
    const blind = share(noticed)
    // The variance of a stratified sample (Cochran 1977, § 5.9).
    const variance = drawn.reduce((total, each) => {
      const part = noticed(each) / each.tried
      return total + ((each.of / ofAll) ** 2 * part * (1 - part)) / each.tried
    }, 0)
    const least = blind - 1.96 * Math.sqrt(variance)
    expect(blind).toBeGreaterThanOrEqual(0.8)
    measured('mutants', {
      'mutants drawn': drawn.reduce((total, {tried}) => total + tried, 0),
      '% noticed when drawn': percent(blind),
      '% at the lower end of the 95 % interval': percent(least),
      '% with tests written since': percent(share((each) => noticed(each) + since(each))),
    })
  })
})
