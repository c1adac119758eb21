/** Numbers of meetings, as they are written. */

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
] as const

const teens = 'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ')

const tens = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet']

/** The number that a word or figures name: `fourth`, `fifty-fourth`, `54th`. */
export function readOrdinal(word: string): number | undefined {
  const index = word === 'inaugural' ? 0 : ordinals.findIndex((name) => name === word)
  if (index >= 0) return index + 1
  if (teens.includes(word)) return teens.indexOf(word) + 11
  const [, ten = '', one] = /^([a-z]+?)(?:ieth|y-([a-z]+))$/.exec(word) ?? []
  const unit = one === undefined ? 0 : ordinals.findIndex((name) => name === one) + 1
  if (tens.includes(ten) && (one === undefined || (unit > 0 && unit < 10))) return (tens.indexOf(ten) + 2) * 10 + unit
  const figures = /^제?(\d{1,2})(?:st|nd|rd|th|차)$/.exec(word)?.[1]
  return figures === undefined ? undefined : Number(figures)
}
