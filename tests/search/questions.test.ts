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
    ['fifty-fourth SCM', ['scm-54']],
    ['2025년 12월 핵협의그룹', ['ncg-5']],
    ['제56차 SCM', ['scm-56']],
    ['NCG 2023', ['ncg-1', 'ncg-2']],
    ['sixth 2+2', ['2p2-2024']],
    ['31 October 2024', ['2p2-2024']],
    ['October 31st, 2024', ['2p2-2024']],
    ['10/31/2024', ['2p2-2024']],
    ['2024년 10월 31일', ['2p2-2024']],
    ['latest SCM', ['scm-57']],
    ['the most recent NCG statement', ['ncg-5']],
    ['last 2+2 meeting', ['2p2-2024']],
    ['newest statement', [names.statements.at(-1)?.statement.id]],
    ['latest news', []],
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
    ['NCG 4 vs NCG 5 comparison', '/compare/ncg-4/ncg-5/'],
    ['compare NCG 1 and SCM 57', '/compare/?a=ncg-1&b=scm-57'],
    ['how did the 2+2 change between 2021 and 2024', '/compare/2p2-2021/2p2-2024/'],
    ['what changed since the 2021 2+2', '/compare/2p2-2021/2p2-2024/'],
    ['what is missing in the 2024 2+2', '/statements/2p2-2024/silence/'],
    ['who attended EDSCG 4', '/statements/edscg-4-2023/'],
    ['difference between NCG and EDSCG', '/glossary/ncg/#distinguish'],
    ['NCG와 EDSCG 차이', '/glossary/ncg/#distinguish'],
    ['NCG랑 EDSCG 차이가 뭐야', '/glossary/ncg/#distinguish'],
    ['NCG와 EDSCG의 차이점은?', '/glossary/ncg/#distinguish'],
    ['differences of SCM and 2+2', '/glossary/scm/#distinguish'],
    ['whats the difference OPCON and COTP', '/glossary/opcon/#distinguish'],
    ['UNC vs CFC vs USFK', '/glossary/unc/#distinguish'],
    ['peace or prosperity', undefined],
    ['camp david principles vs spirit', '/compare/camp-david-principles/camp-david-spirit/'],
    ['linchpin vs cornerstone', '/formulas/linchpin/'],
    ['difference between linchpin and cornerstone', '/formulas/linchpin/'],
    ['what is missing from the fifth NCG statement', '/statements/ncg-5/silence/'],
    ['what is new in the fifth NCG statement', '/statements/ncg-5/silence/'],
    ['what is missing from the 52nd SCM', '/statements/scm-52/'],
    ['what is new in the 52nd SCM', '/compare/scm-51/scm-52/'],
    ['what changed in scm from 2024 to 2025', '/compare/scm-56/scm-57/'],
    ['how different is the EDSCG between 2018 and 2022', '/compare/edscg-2-2018/edscg-3-2022/'],
    ['how did north korea respond to the NCG', '/statements/dprk-reactions-2023/'],
    ['us defense secretary 2023', '/people/austin/'],
  ])('answers %s', (query, url) => {
    expect(readQuestion(query, names).answers[0]?.url).toBe(url)
  })

  it.each([
    ['what does NCG stand for', 'ncg'],
    ['What is the EDSCG?', 'edscg'],
    ['where does the phrase ironclad appear', 'ironclad'],
    ['핵협의그룹은 무엇인가요?', '핵협의그룹'],
    ['ironclad', 'ironclad'],
    ['what is meant by combined', 'combined'],
    ['was the defense procurement agreement ever signed', 'defense procurement agreement'],
    ['combined or joint, what is the difference?', 'combined joint'],
  ])('leaves of %s what it is about', (query, about) => {
    expect(readQuestion(query, names)).toMatchObject({answers: [], about, change: false})
  })

  it('says with a holder which office it was, and when', () => {
    expect(readQuestion('korean defense minister october 2024', names).answers).toEqual([
      {
        url: '/people/kim-yong-hyun/',
        title: 'Kim Yong-hyun',
        kind: 'Person',
        text: 'Minister of National Defense, September 2024 to December 2024.',
      },
    ])
  })

  it('hears that a change is asked for', () => {
    expect(readQuestion('why was the regime line dropped', names).change).toBe(true)
    expect(readQuestion('did the SCM drop denuclearization', names)).toMatchObject({change: true})
  })
})
