import {describe, expect, it} from 'vitest'
import {issuesMeant} from '../../src/search/issues.ts'
import {foldWords} from '../../src/search/normalize.ts'
import {readQuestion} from '../../src/search/questions.ts'
import {names} from './edition.ts'

const meant = (text: string) => issuesMeant(foldWords(text), names).map(({statement}) => statement.id)

describe('issuesMeant(words, names)', () => {
  it.each([
    ['the 2023 EDSCG', ['edscg-4-2023']],
    ['fourth EDSCG meeting', ['edscg-4-2023']],
    ['54th SCM', ['scm-54']],
    ['제56차 SCM', ['scm-56']],
    ['NCG 2023', ['ncg-1', 'ncg-2']],
    ['sixth 2+2', ['2p2-2024']],
    ['31 October 2024', ['2p2-2024']],
    ['October 31st, 2024', ['2p2-2024']],
    ['10/31/2024', ['2p2-2024']],
    ['2024년 10월 31일', ['2p2-2024']],
    ['2+2', []],
    ['2024', []],
    ['the 2024 2+2 on Taiwan', []],
  ])('reads %s', (text, ids) => {
    expect(meant(text)).toEqual(ids)
  })
})

describe('readQuestion(query, names)', () => {
  it.each([
    ['what changed between the 2023 EDSCG and the 2024 2+2?', '/compare/edscg-4-2023/2p2-2024/'],
    ['compare the 56th and 55th SCM', '/compare/scm-55/scm-56/'],
    ['2018 NPR vs 54th SCM', undefined],
    ['compare NCG 1 and SCM 57', '/compare/?a=ncg-1&b=scm-57'],
    ['how did the 2+2 change between 2021 and 2024', '/compare/2p2-2021/2p2-2024/'],
    ['what changed since the 2021 2+2', '/compare/2p2-2021/2p2-2024/'],
    ['what is missing in the 2024 2+2', '/statements/2p2-2024/silence/'],
    ['who attended EDSCG 4', '/statements/edscg-4-2023/'],
    ['difference between NCG and EDSCG', '/glossary/ncg/#distinguish'],
    ['NCG와 EDSCG 차이', '/glossary/ncg/#distinguish'],
    ['UNC vs CFC vs USFK', '/glossary/unc/#distinguish'],
    ['peace or prosperity', undefined],
  ])('answers %s', (query, url) => {
    expect(readQuestion(query, names).answers[0]?.url).toBe(url)
  })

  it.each([
    ['what does NCG stand for', 'ncg'],
    ['What is the EDSCG?', 'edscg'],
    ['where does the phrase ironclad appear', 'ironclad'],
    ['핵협의그룹은 무엇인가요?', '핵협의그룹'],
    ['ironclad', 'ironclad'],
  ])('leaves of %s what it is about', (query, about) => {
    expect(readQuestion(query, names)).toMatchObject({answers: [], about, change: false})
  })

  it('hears that a change is asked for', () => {
    expect(readQuestion('why was the regime line dropped', names).change).toBe(true)
  })
})
