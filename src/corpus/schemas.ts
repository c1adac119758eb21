/**
 * What may stand in front matter and in YAML records. One schema a kind of
 * file; unknown keys are errors. The descriptions are the documentation that
 * `content/README.md` and editors show.
 */

import {z} from 'zod'
import {dateExpected, datePattern} from './dates.ts'
import {clausePattern, idPattern, isAnchor, isId, sentencePattern} from './ids.ts'
import {certainties} from './vocabulary.ts'

const id = z.string().regex(idPattern, {error: 'an id: small letters, digits, single hyphens'})
/** An id that is a name of a page. */
const pageId = id.refine(isId, {error: 'an id that no host or file system keeps for itself, of at most 80 characters'})
/** An id that is a place on a page. */
const anchorId = id.refine(isAnchor, {
  error: 'an id that is no name of a browser’s own, such as `location`, of at most 80 characters',
})
const text = z.string().trim().min(1, {error: 'some text'})
const partialDate = z
  .string()
  .refine((date) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(date) || z.iso.date().safeParse(date).success, {
    error: ({input}) => dateExpected(String(input)),
  })
  // What an editor can judge: the form. Whether there is such a day is judged above.
  .meta({pattern: datePattern.source})
const address = z
  .url({protocol: /^https?$/, error: 'an address that begins with https://'})
  // What stands before `@` is a user, whom a reader takes for the host.
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), {error: 'an address without a user before the host'})
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {error: 'a SHA-256 in 64 hexadecimal digits'})
const list = <Item extends z.ZodType>(item: Item) => z.array(item, {error: 'a list such as [a, b]'}).default([])
const certainty = z.enum(Object.keys(certainties) as [keyof typeof certainties])
const koreanCertainty = z.enum(['certain', 'likely', 'unsure'])
const party = z.enum([
  'rok',
  'us',
  'japan',
  'russia',
  'dprk',
  'australia',
  'canada',
  'france',
  'germany',
  'italy',
  'netherlands',
  'new-zealand',
  'uk',
  'unc-members',
])
const count = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, {error: 'a number from 1'})
  .transform(Number)

/** Every assertion: how sure it is, what it rests on, who interprets. */
const evidence = {
  certainty: certainty.describe('How sure it is; found names its sources'),
  sources: list(id).describe('Ids of content/sources.yaml or of witnesses'),
  by: text.optional().describe('Who interprets, where it is a reading and not a fact'),
}

/** Korean names: label, other forms, romanization. */
const korean = {
  ko: text.optional().describe('The Korean name'),
  koAlso: list(text).describe('Other Korean forms, to search by'),
  koCertainty: koreanCertainty.optional().describe('How sure the Korean name is; with ko'),
  rr: text.optional().describe('Revised Romanization of Korean'),
}

/** What is said of a Korean name, and of nothing where there is none. */
const ofKorean = ['koAlso', 'koCertainty', 'rr'] as const

type RawKorean = z.output<z.ZodObject<typeof korean>>

function expectKorean(value: RawKorean, context: z.RefinementCtx): void {
  if (value.ko !== undefined) return
  for (const field of ofKorean.filter((name) => value[name] !== undefined && value[name].length > 0))
    context.addIssue({code: 'custom', path: [field], message: '`ko` beside it, the name itself'})
}

/** The same for editors, which read JSON Schema. */
const koreanDependencies = {dependencies: Object.fromEntries(ofKorean.map((field) => [field, ['ko']]))}

/** Also beside other problems, so that one run tells everything. */
const always = {when: () => true}

const formerIds = list(pageId).describe('Ids under which this was published before')

const note = text.optional().describe('A remark for readers')

const absence = z.strictObject({formula: id.describe('The formula that is not there'), note, ...evidence})

const recordedAttestation = z.strictObject({
  formula: id.describe('The formula that stands there'),
  words: text.optional().describe('The exact words, where they are known'),
  variant: id.optional().describe('The variant that is reported, where the exact words are not known'),
  basis: id.optional().describe('The source or witness in which the exact words were seen'),
  note,
  ...evidence,
})

const statement = z.strictObject({
  title: text.describe('The official title'),
  titleKo: text.optional().describe('The official title in Korean'),
  short: text.max(40, {error: 'at most 40 characters'}).describe('For lists and references: 2+2, 2024'),
  kind: z
    .enum([
      'joint-statement',
      'press-statement',
      'communique',
      'declaration',
      'fact-sheet',
      'readout',
      'national-document',
    ])
    .describe('What sort of document it is'),
  forum: id.optional().describe('The series it belongs to, a glossary id; a national document has none'),
  date: partialDate.describe('The day it was issued, at its place'),
  place: text.optional().describe('Where it was issued: Washington, D.C.'),
  zone: z
    .string()
    .refine((zone) => zone.includes('/') && isTimeZone(zone), {error: 'a time zone such as Asia/Seoul'})
    .optional()
    .describe('IANA time zone of the place: Asia/Seoul'),
  host: party.optional().describe('Who received the others'),
  issuers: z.array(party).min(1, {error: 'at least one issuer'}).describe('In the order the document names them'),
  participants: list(id).describe('Ids of content/people'),
  edition: z.enum(['full', 'extract', 'record']).describe('How much of the statement stands here'),
  numbering: z
    .enum(['own', 'official', 'provisional'])
    .optional()
    .describe('Whose clause numbers these are; provisional until the official text has been compared'),
  witnesses: list(id).describe('Ids of content/witnesses: the copies that were compared'),
  attestations: list(recordedAttestation).describe('Formulas known to stand here, where no clause quotes them'),
  absences: list(absence).describe('Formulas that this forum uses and that are not here'),
  summary: text.describe('One paragraph in our own words'),
  formerIds,
  ...evidence,
})

/** What may be unknown of a statement that is entered as a record, and of no other. */
const edited = ['place', 'zone', 'numbering'] as const

export const statementSchema = statement
  .superRefine((value, context) => {
    const expect = (field: keyof typeof value) => {
      if (value[field] === undefined) context.addIssue({code: 'custom', path: [field], message: 'the field'})
    }
    if (value.kind !== 'national-document') expect('forum')
    if (value.edition === 'record') return
    for (const field of edited) expect(field)
    if (/^\d{4}(-\d{2})?$/.test(value.date))
      context.addIssue({code: 'custom', path: ['date'], message: 'a day such as 2024-10-31'})
  }, always)
  // The same for editors, which read JSON Schema.
  .meta({
    allOf: [unlessValue('kind', 'national-document', ['forum']), unlessValue('edition', 'record', edited)],
  })

/** JSON Schema for: where `key` has another value than `value`, `required` are expected. */
function unlessValue(key: keyof typeof statement.shape, value: string, required: readonly string[]) {
  return {if: {properties: {[key]: {const: value}}, required: [key]}, else: {required}}
}

const fact = z.strictObject({
  date: partialDate.optional().describe('When it was'),
  text: text.describe('One assertion, in a sentence'),
  ...evidence,
})

const term = z.strictObject({
  label: text.describe('The name in full'),
  abbr: text.optional().describe('The abbreviation: NCG'),
  aliases: list(text).describe('Other names people use'),
  spun: list(text).describe('Forms that bad copies print'),
  misspelt: list(text).describe('Misspellings and typing errors'),
  ...korean,
  kind: z
    .enum([
      'body',
      'treaty',
      'agreement',
      'document',
      'policy',
      'concept',
      'label',
      'law',
      'place',
      'country',
      'weapon',
      'event',
      'exercise',
    ])
    .describe('What sort of thing it is'),
  established: partialDate.optional().describe('When it was founded, signed or first used'),
  parties: list(text).describe('Who takes part or is bound'),
  broader: list(id).describe('Wider terms'),
  related: list(id).describe('Terms to read beside this one'),
  distinguish: list(
    z.strictObject({
      term: id.describe('The other term'),
      because: text.describe('The difference, in one line'),
    }),
  ).describe('Do not confuse: the other term and the difference in one line'),
  facts: list(fact).describe('Assertions with date, certainty and sources'),
  formerIds,
  ...evidence,
})

export const termSchema = term.superRefine(expectKorean, always).meta(koreanDependencies)

const variant = z.strictObject({
  id: id.describe('Its name within the formula'),
  label: text.describe('What a list calls it'),
  wording: text.describe('Its words; … stands for up to six words in between'),
})

const theme = z.enum([
  'alliance',
  'deterrence',
  'denuclearization',
  'sanctions',
  'forces',
  'north-korea',
  'region',
  'russia-ukraine',
  'cyber-space',
])

export const formulaSchema = z.strictObject({
  label: text.describe('What a list calls it'),
  number: z
    .string()
    .regex(/^F\d{2}$/, {error: 'a number such as F05'})
    .describe('Its number in the register: F05'),
  themes: list(theme).describe('What it is about, as the search narrows by it'),
  wording: text.describe('The canonical words; … stands for up to six words in between'),
  variants: list(variant).describe('Other shapes of the same formula'),
  aliases: list(text).describe('Other names people use'),
  spun: list(text).describe('Forms that bad copies print'),
  related: list(id).describe('Formulas to read beside this one'),
  terms: list(id).describe('Glossary entries it is about'),
  formerIds,
  ...evidence,
})

const reading = z.strictObject({
  text: text.describe('The claim, in a sentence or two'),
  ...evidence,
  by: text.describe('Whose reading it is'),
})

export const changeSchema = z.strictObject({
  label: text.describe('What a list calls it'),
  number: z
    .string()
    .regex(/^C[1-9]\d?$/, {error: 'a number such as C1'})
    .describe('Its number among the changes: C1'),
  formulas: list(id).describe('Formulas whose attestations the essay rests on'),
  statements: list(id).describe('Statements whose issuers, heads and dates the essay rests on'),
  terms: list(id).describe('Glossary entries it is about'),
  readings: list(reading).describe('Claims that the attestations do not bear, each with whose reading it is'),
  formerIds,
  ...evidence,
})

const office = z.strictObject({
  title: text.describe('The office, as a list of officials has it'),
  party: party.describe('Whose office it is'),
  from: partialDate.optional().describe('From when; left out where that is not known'),
  to: partialDate.optional().describe('Until when; left out where it is still held or not known'),
  ...evidence,
})

const person = z.strictObject({
  name: text.describe('The name as texts print it'),
  sort: text.describe('Family name first'),
  also: list(text).describe('Other spellings to search by'),
  ...korean,
  party: party.describe('Whose official the person is or was'),
  offices: list(office).describe('Offices held, each with its days'),
  note,
  distinguish: list(
    z.strictObject({
      person: id.describe('The other person'),
      because: text.describe('The difference, in one line'),
    }),
  ).describe('Do not confuse: the other person and the difference in one line'),
  formerIds,
  ...evidence,
})

export const personSchema = person.superRefine(expectKorean, always).meta(koreanDependencies)

const sentence = z.string().regex(sentencePattern, {error: 'line and sentence such as 9.4'})

const emendation = z.strictObject({
  at: sentence.describe('Line and sentence of the witness'),
  n: count.describe('Number of the row within the sentence'),
  reads: z.string().min(1, {error: 'some text'}).describe('What the witness has, exactly'),
  nth: count.optional().describe('Which occurrence, where the words stand there more than once'),
  should: z.string().describe('What it should be; empty where the words do not belong there'),
  basis: z
    .enum(['official', 'pattern', 'fixed', 'inference'])
    .describe('How that is known: the official text, a pattern of this copy, a fixed phrase, or inference'),
  certainty: z.enum(['high', 'medium', 'low']).describe('How sure the emendation is'),
  sources: list(id).describe('Ids of content/sources.yaml'),
  note,
})

const example = z.strictObject({
  reads: text.describe('What the copy has, exactly, at most fifteen words'),
  should: z.string().describe('What the statement has there; empty where the words do not belong there'),
  note,
  ...evidence,
})

const witness = z.strictObject({
  statement: id.describe('The statement it copies'),
  grade: z
    .enum(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'])
    .describe('From W1, the issuing ministry, down to W6, spun, and W7, invented'),
  title: text.describe('What it is: Copy of the joint statement, with its publisher'),
  publisher: text.describe('Who published it'),
  date: partialDate.optional().describe('When it was published'),
  url: address.optional().describe('Where it stands'),
  official: address.optional().describe('The official page of the statement'),
  sha256: sha256
    .optional()
    .describe('SHA-256 of the file, where one was received; with lines. npm run import writes both'),
  lines: z
    .array(count)
    .min(1, {error: 'a number for each line'})
    .optional()
    .describe('Number of sentences in each line of that file; with sha256'),
  summary: text.describe('What sort of copy it is, and what its grade rests on, in our own words'),
  examples: list(example).describe('What it gets wrong, by example, where no file was received'),
  outside: list(
    z.strictObject({
      sentences: z.array(sentence).min(1, {error: 'at least one sentence'}).describe('Line and sentence of each'),
      reason: text.describe('Why they are not the statement’s'),
    }),
  ).describe('Sentences of that file that are not the statement’s: heads, bylines, credits'),
  apparatus: list(emendation).describe('Errors of that file, row by row'),
  formerIds,
  ...evidence,
})

/** What can be said of a copy only where its file was received: sentences cannot be counted otherwise. */
const received = ['sha256', 'lines'] as const
const ofReceived = ['outside', 'apparatus'] as const

export const witnessSchema = witness
  .superRefine((value, context) => {
    const given = received.filter((field) => value[field] !== undefined)
    const needed = ofReceived.some((field) => value[field].length > 0) || given.length > 0
    for (const field of received)
      if (needed && !given.includes(field)) context.addIssue({code: 'custom', path: [field], message: 'the field'})
    if (given.length > 0 && value.examples.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['examples'],
        message: 'none beside `sha256`: errors of a file that was received are rows of `apparatus`',
      })
  })
  // The same for editors, which read JSON Schema.
  .meta({
    dependencies: {
      sha256: ['lines'],
      lines: ['sha256'],
      ...Object.fromEntries(ofReceived.map((field) => [field, [...received]])),
    },
  })

const source = z.strictObject({
  type: z
    .enum(['webpage', 'article-newspaper', 'report', 'broadcast', 'speech', 'legislation', 'book'])
    .describe('What sort of source it is'),
  title: text.optional().describe('The title the page bears'),
  description: text.optional().describe('What it is, where the title was not seen'),
  publisher: text.optional().describe('Who published it'),
  issued: partialDate.optional().describe('When it was published'),
  url: address.optional().describe('Where it stands'),
  via: text.optional().describe('Who copied it, where the publisher’s own page was not seen'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, {error: 'a language code such as en'})
    .default('en')
    .describe('Its language, in two letters'),
  seen: z.enum(['opening', 'whole', 'passage', 'listing']).describe('How much of it was seen'),
  reliable: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true')
    .describe('false for a page kept as an example of bad copies'),
  note,
})

export const sourcesSchema = z.record(anchorId, source)

const openPoint = z.strictObject({
  question: text.describe('What is not settled, as a question'),
  status: z
    .enum(['open', 'settled'])
    .describe('Whether it is still open; a settled point stays, with its answer, for its address has been published'),
  known: text.describe('What is known of it, and once it is settled the answer'),
  settles: text.describe('What would settle it, or has'),
  statements: list(id).describe('Statements it is about; their pages name it'),
  terms: list(id).describe('Glossary entries it is about'),
  formulas: list(id).describe('Formulas it is about'),
  ...evidence,
})

export const openPointsSchema = z.record(anchorId, openPoint)

export const lockSchema = z.array(
  z.strictObject({
    at: z
      .string()
      .regex(new RegExp(`^[a-z0-9-]+#${clausePattern.source.slice(1)}`), {error: 'statement#clause'})
      .describe('Statement and clause'),
    quotation: sha256.describe('SHA-256 of the words'),
    basis: z.enum(['witness', 'restored']).describe('Whether the words stand there or the apparatus yields them'),
    witness: id.describe('The witness they were compared with'),
    witnessSha256: sha256.describe('SHA-256 of the file they were compared with'),
  }),
)

const digests = z
  .string()
  .regex(/^(?:[\w-]{6}(?: [\w-]{6})*)?$/, {error: 'digests of six characters, with spaces between'})

export const shinglesSchema = z.array(
  z.strictObject({
    witness: id.describe('The witness'),
    witnessSha256: sha256.describe('SHA-256 of its file'),
    shingles: digests.describe('Digests of runs of eight words, sorted'),
    rows: digests.default('').describe('Digests of the rows of its apparatus, in their order'),
  }),
)

/** Zones that there are; to ask for one takes as long as to parse a short statement. */
const zones = new Set<string>()

function isTimeZone(zone: string): boolean {
  if (zones.has(zone)) return true
  try {
    Intl.DateTimeFormat('en', {timeZone: zone})
  } catch {
    return false
  }
  zones.add(zone)
  return true
}
