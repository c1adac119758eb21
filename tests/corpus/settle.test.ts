import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {describe, expect, it} from 'vitest'
import {settle} from '../../src/corpus/settle.ts'
import {readStatement} from '../../src/corpus/statement.ts'
import {readFixture} from '../fixtures/edition.ts'

describe('settle(record)', () => {
  it('says what it said before', () => {
    const place = {path: 'content/statements/a.mdx', line: 1, column: 1, endLine: 1, endColumn: 9}
    const record = () => ({
      title: 'A title that is longer than others',
      half: '\uD800 and more than thirteen letters',
      mark: '\uFEFFand more than thirteen letters',
      lists: [['the same words, twice', 'the same words, twice'], [], [{place, n: 3, none: undefined, no: null}]],
      clause: {
        text: 'The ministers met beside the river and agreed on 한강의 새 다리.',
        content: [
          {type: 'text', value: 'The ministers met beside the river', place},
          {
            type: 'term',
            id: 'a-long-name-of-a-term',
            children: [{type: 'text', value: ' and agreed on 한강의 새 다리.'}],
          },
        ],
        notes: [{text: 'A note has a text of its own.', lemma: {exact: 'ministers met beside'}}],
      },
    })
    expect(settle(record())).toEqual(record())
  })

  it('keeps nothing of the file that a statement was read from', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const used = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const file = readFixture('tiny').find(({path}) => path.endsWith('river-2031.mdx'))
    const text = new TextDecoder().decode(file?.bytes)
    const before = used()
    const kept = Array.from({length: 10}, (_, n) => {
      const id = `river-${n}`
      const remark = '# Nobody needs this line of a file any longer.\n'.repeat(20_000)
      const statement = readStatement(
        {path: `${id}.mdx`, id, text: text.replace('---\n', `---\n${remark}`)},
        () => undefined,
      )
      if (statement === undefined) throw new Error('The statement could not be read.')
      return settle(statement)
    })
    expect(kept).toHaveLength(10)
    // The files have 10 MB, and twice as many in memory.
    expect(used() - before).toBeLessThan(4e6)
  })
})
