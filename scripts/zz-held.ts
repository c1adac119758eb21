import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {find} from '../src/search/find.ts'
import {openSearch} from './engine.ts'
const kit = await openSearch(process.cwd()+'/dist') as any
const set = parse(readFileSync(process.argv[2]!, 'utf8'))
let all: number[] = [], junk = 0, none = 0
for (const [kind, list] of Object.entries<any>(set)) {
  const ranks: number[] = []
  for (const {q, expect} of list) {
    const f = await find({words: q, facets: {}}, kit.kit ?? kit) as any
    const urls = f.hits.flatMap((h: any) => [h.url])
    if (expect.length === 0) { none++; if (urls.length) { junk++; console.log(`JUNK ${q}: ${urls.slice(0,3)}`) } continue }
    const ok = (u: string) => expect.some((e: string) => e === u || (e.startsWith('/statements/') && u.split('#')[0] === e.split('#')[0]) || (!e.includes('#') && u.split('#')[0] === e))
    const r = urls.findIndex(ok)
    ranks.push(r < 0 ? 0 : 1 / (r + 1))
    if (r !== 0) console.log(`${kind}: ${q} -> rank ${r + 1}; first ${urls[0] ?? '-'} (want ${expect.join(' ')})${f.corrected ? ' corrected '+f.corrected : ''}`)
  }
  all.push(...ranks)
  console.log(kind, ranks.length, (ranks.reduce((a, b) => a + b, 0) / ranks.length).toFixed(3))
}
console.log('MRR', (all.reduce((a, b) => a + b, 0) / all.length).toFixed(3), 'first', (all.filter((x) => x === 1).length / all.length * 100).toFixed(1), 'junk', junk, '/', none)
