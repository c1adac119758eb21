import {describe, expect, it} from 'vitest'
import {readCorpus} from '../../src/corpus/corpus.ts'
import type {TermId} from '../../src/corpus/model.ts'
import {cardOf} from '../../src/editor/card.ts'
import {file} from '../fixtures/edition.ts'

describe('cardOf(target, records)', () => {
  const head = (certainty: string) => {
    const entry = `---\nlabel: Ferry\nkind: body\nko: 나루\nkoCertainty: ${certainty}\ncertainty: known\n---\n\nIt crosses.\n`
    const {corpus, messages} = readCorpus([file('content/glossary/ferry.mdx', entry)])
    expect(messages).toEqual([])
    return cardOf({type: 'term', term: 'ferry' as TermId}, corpus)?.markdown.split('\n')[0]
  }

  it('says of a Korean name how sure it is, where it is not certain', () => {
    expect(head('certain')).toBe('**Ferry** (나루) – body')
    expect(head('unsure')).toBe(String.raw`**Ferry** (나루 \[unsure\]) – body`)
  })
})
