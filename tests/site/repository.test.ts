import {describe, expect, it} from 'vitest'
import {repositoryLink} from '../../src/site/repository.ts'

describe('repositoryLink(to, path, repository)', () => {
  it('opens the file, or a new issue, on the host', () => {
    expect(repositoryLink('edit', 'content/a.mdx', 'https://host.example/o/n')).toBe(
      'https://host.example/o/n/edit/main/content/a.mdx',
    )
    expect(repositoryLink('read', 'content/a.mdx', 'https://host.example/o/n')).toBe(
      'https://host.example/o/n/blob/main/content/a.mdx',
    )
    expect(repositoryLink('suggest', 'content/a.mdx', 'https://host.example/o/n')).toBe(
      'https://host.example/o/n/issues/new',
    )
  })

  it('is absent where no host is named', () => {
    expect(repositoryLink('edit', 'content/a.mdx', '')).toBeUndefined()
  })
})
