/** One spelling for what people type and what the edition prints, so that the two can be compared. */

/** Longest query that is read; a person types less, and what follows is cut. */
const queryLimit = 240

/**
 * A query as typed, in one form: composed characters (NFKC), straight quotes, plain hyphens, single spaces, no
 * control or invisible characters, at most `queryLimit` characters.
 */
export function normalizeQuery(text: string): string {
  return compose(text.slice(0, queryLimit * 4))
    .replaceAll(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/[\u2018-\u201b\u02bc\u0060\u00b4]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, queryLimit)
}

/** NFKC, but a single Hangul letter stays the letter that is typed and does not become half a syllable. */
function compose(text: string): string {
  return text.replaceAll(/[^\u3131-\u318e]+/g, (part) => part.normalize('NFKC'))
}

/** Ways to write the name of the meetings that no reader of characters can tell apart from a sum. */
const twoPlusTwo = /\b(?:two|2)[ -]*(?:plus|p|\+|플러스)[ -]*(?:two|2)\b/g

/** Endings of British spelling and what the edition prints. */
const british: readonly (readonly [RegExp, string])[] = [
  [/\b(de|of)fence(?=s?\b)/g, '$1fense'],
  [/is(ation|e|ed|ing)s?\b/g, 'iz$1'],
  [/\btheatre/g, 'theater'],
  [/\bprogramme/g, 'program'],
  [/\b(lab|hon|neighb|harb|behavi|fav)our/g, '$1or'],
]

/**
 * The words of a text, folded: small letters without marks; `U.S.` is one word, `two-plus-two` is `2+2`, `28,500` is
 * `28500`, `FY26` is `fy2026`; a possessive loses its `s`; `ŏ` and
 * `ŭ` are `eo` and `eu`, as Korean is romanized now.
 */
export function foldWords(text: string): string[] {
  // Most of an edition has neither marks nor signs that could be written in another way.
  const isPlain = /^[\0-\x7f]*$/.test(text)
  const folded = isPlain ? joinParts(withoutPossessive(text.toLowerCase())) : stripMarks(normalizeSpelling(text))
  return folded.match(/[\p{L}\p{N}]+(?:\+[\p{L}\p{N}]*)*/gu) ?? []
}

function normalizeSpelling(text: string): string {
  const plain = compose(text)
    .toLowerCase()
    .replaceAll(/[\u2018-\u201b\u02bc]/g, "'")
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
  return joinParts(
    withoutPossessive(plain)
      .normalize('NFD')
      .replaceAll(/([ou])\u0306/g, (_, vowel: string) => (vowel === 'o' ? 'eo' : 'eu'))
      .normalize('NFC'),
  )
}

function withoutPossessive(text: string): string {
  return text.replaceAll(/'s\b/g, '')
}

/** What is one word, although signs stand in it. */
function joinParts(text: string): string {
  return text
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replaceAll(twoPlusTwo, '2+2')
    .replaceAll(/\bfy ?(?=\d\d\b)/g, 'fy20')
}

/** Accents go, Hangul stays whole. */
function stripMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')
}

/** Words in American spelling by what they were. Words are few; names and texts say them again and again. */
const spellings = new Map<string, string>()

/** A word in American spelling, as the edition prints it. */
function americanSpelling(word: string): string {
  const known = spellings.get(word)
  if (known !== undefined) return known
  const spelling = british.reduce((text, [from, to]) => text.replaceAll(from, to), word)
  spellings.set(word, spelling)
  return spelling
}

/** A name without case, marks, punctuation and spaces, in American spelling: `U.S.–ROK` is `usrok`. */
export function foldName(name: string): string {
  return joinFold(foldWords(name))
}

/** The same of a name whose words are folded. */
export function joinFold(words: readonly string[]): string {
  return words.map(americanSpelling).join('')
}

/** Letters of the McCune–Reischauer romanization, and of the older free ones, with those that the Revised one has for the same sound. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ch/g, 'j'],
  [/k+/g, 'g'],
  [/t+/g, 'd'],
  [/p+/g, 'b'],
  [/ss/g, 's'],
  [/r/g, 'l'],
]

/** What a folded romanization of Korean sounds like, whichever way it is romanized; it is never shown. */
export function soundOf(fold: string): string {
  return sounds.reduce((text, [from, to]) => text.replaceAll(from, to), fold)
}

/** Words that ask and join, and the Korean one for a meeting; they tell no page from another. */
const smallWords = new Set(
  `a about an and any are as at be been by can could did do does ever for from get gets got had has have how i in into is
  it its many me much of on or our should tell that the their them there these they this to was we were what when where which who whom whose
  why will with would you your 회의`.split(/\s+/),
)

/** Words that people and statements use for the same thing. */
const sameThings: readonly (readonly string[])[] = [
  ['forces', 'troops', 'soldiers'],
  ['treaty', 'pact'],
  ['exercise', 'drill'],
  ['exercises', 'drills'],
  ['states', 'countries', 'nations'],
  ['global', 'world', 'worldwide'],
]

/** Numbers as the edition writes them; a figure is typed for them. The other way round, “six-party” would be any 6. */
const numbers = new Map(
  'three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [String(at + 3), word]),
)

function othersFor(word: string): readonly string[] {
  const number = numbers.get(word)
  return number !== undefined
    ? [number]
    : (sameThings.find((same) => same.includes(word)) ?? []).filter((other) => other !== word)
}

/** The words with another for the same thing in the place of each that has one, where several have; then in the place of one. */
export function reworded(words: readonly string[]): string[][] {
  const each = words.map((word) => othersFor(word)[0] ?? word)
  const single = words.flatMap((word, at) => othersFor(word).map((other) => words.toSpliced(at, 1, other)))
  const isSeveral = each.filter((word, at) => word !== words[at]).length > 1
  return isSeveral ? [each, ...single] : single
}

/** The words that say what is looked for; all of them where there are no others. */
export function contentWords(words: readonly string[]): string[] {
  const rest = words.filter((word) => !smallWords.has(word))
  return rest.length === 0 ? [...words] : rest
}

/** Stems by their words, in the same way. */
const stems = new Map<string, string>()

/**
 * What is left of an English word without its commonest endings, so that `sanctions` meets `sanction`. Two words are
 * compared with it; it is never shown.
 */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = withoutEndings(americanSpelling(word))
  stems.set(word, stem)
  return stem
}

function withoutEndings(word: string): string {
  if (word.length < 5 || /[^a-z]/.test(word)) return word
  const plain = word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
  const stem = plain.replace(/(?:ing|ed|ly|e)$/, '').replace(/(?:ation|ion|at|iv|al|(?<=.{6})ment)$/, '')
  return stem.length < 4 ? plain : stem
}
