/**
 * What may stand in front matter and in YAML records. One schema a kind of
 * file; unknown keys are errors. The descriptions are the documentation that
 * `content/README.md` and editors show.
 */

import {z} from 'zod'
import {clausePattern, idPattern, sentencePattern} from './ids.ts'

const id = z.string().regex(idPattern, {error: 'an id: small letters, digits, single hyphens'})
const text = z.string().trim().min(1, {error: 'some text'})
const partialDate = z
  .string()
  .refine((date) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(date) || z.iso.date().safeParse(date).success, {
    error: 'a date: 2024, 2024-10 or 2024-10-31',
  })
const address = z.url({protocol: /^https?$/, error: 'an address that begins with https://'})
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {error: 'a SHA-256 in 64 hexadecimal digits'})
const list = <Item extends z.ZodType>(item: Item) => z.array(item, {error: 'a list such as [a, b]'}).default([])
const certainty = z.enum(['found', 'known', 'unsure', 'conflict'])
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
  certainty: certainty.describe('found (names its sources), known, unsure or conflict'),
  sources: list(id).describe('Ids of content/sources.yaml or of witnesses'),
  by: text.optional().describe('Who interprets, where it is a reading and not a fact'),
}

/** Korean names: label, other forms, romanization. */
const korean = {
  ko: text.optional().describe('The Korean name'),
  koAlso: list(text).describe('Other Korean forms, to search by'),
  koCertainty: koreanCertainty.optional().describe('certain, likely or unsure; with ko'),
  rr: text.optional().describe('Revised Romanization of Korean'),
}

const formerIds = list(id).describe('Ids under which this was published before')

const absence = z.strictObject({formula: id, note: text.optional(), ...evidence})

const recordedAttestation = z.strictObject({
  formula: id,
  words: text.optional().describe('The exact words, where they are known'),
  variant: id.optional().describe('The variant that is reported, where the exact words are not known'),
  basis: id.optional().describe('The source or witness in which the exact words were seen'),
  note: text.optional(),
  ...evidence,
})

const statement = z.strictObject({
  title: text.describe('The official title'),
  titleKo: text.optional().describe('The official title in Korean'),
  short: text.max(40, {error: 'at most 40 characters'}).describe('For lists and references: 2+2, 2024'),
  kind: z.enum([
    'joint-statement',
    'press-statement',
    'communique',
    'declaration',
    'fact-sheet',
    'readout',
    'national-document',
  ]),
  forum: id.optional().describe('The series it belongs to, a glossary id; a national document has none'),
  date: partialDate.describe('The day it was issued, at its place'),
  place: text.optional(),
  zone: z
    .string()
    .refine((zone) => zone.includes('/') && isTimeZone(zone), {error: 'a time zone such as Asia/Seoul'})
    .optional()
    .describe('IANA time zone of the place'),
  host: party.optional(),
  issuers: z.array(party).min(1, {error: 'at least one issuer'}).describe('In the order the document names them'),
  participants: list(id).describe('Ids of content/people'),
  edition: z.enum(['full', 'extract', 'record']).describe('How much of the statement stands here'),
  numbering: z.enum(['own', 'official', 'provisional']).optional(),
  witnesses: list(id),
  attestations: list(recordedAttestation).describe('Formulas known to stand here, where no clause quotes them'),
  absences: list(absence).describe('Formulas that this forum uses and that are not here'),
  summary: text.describe('One paragraph in our own words'),
  formerIds,
  ...evidence,
})

/** What may be unknown of a statement that is entered as a record, and of no other. */
const edited = ['place', 'zone', 'numbering'] as const

export const statementSchema = statement.superRefine(
  (value, context) => {
    const expect = (field: keyof typeof value) => {
      if (value[field] === undefined) context.addIssue({code: 'custom', path: [field], message: 'the field'})
    }
    if (value.kind !== 'national-document') expect('forum')
    if (value.edition === 'record') return
    for (const field of edited) expect(field)
    if (/^\d{4}(-\d{2})?$/.test(value.date))
      context.addIssue({code: 'custom', path: ['date'], message: 'a day such as 2024-10-31'})
  },
  // Also beside other problems, so that one run tells everything.
  {when: () => true},
)

const fact = z.strictObject({date: partialDate.optional(), text, ...evidence})

export const termSchema = z.strictObject({
  label: text,
  abbr: text.optional(),
  aliases: list(text).describe('Other names people use'),
  spun: list(text).describe('Forms that bad copies print'),
  misspelt: list(text).describe('Misspellings and typing errors'),
  ...korean,
  kind: z.enum([
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
  ]),
  established: partialDate.optional(),
  parties: list(text),
  broader: list(id).describe('Wider terms'),
  related: list(id).describe('Terms to read beside this one'),
  distinguish: list(z.strictObject({term: id, because: text})).describe(
    'Do not confuse: the other term and the difference in one line',
  ),
  facts: list(fact).describe('Assertions with date, certainty and sources'),
  formerIds,
  ...evidence,
})

const variant = z.strictObject({id, label: text, wording: text})

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
  label: text,
  number: z.string().regex(/^F\d{2}$/, {error: 'a number such as F05'}),
  themes: list(theme).describe('What it is about, as the search narrows by it'),
  wording: text.describe('The canonical words; … stands for up to six words in between'),
  variants: list(variant).describe('Other shapes of the same formula'),
  aliases: list(text),
  spun: list(text),
  related: list(id).describe('Formula ids'),
  terms: list(id).describe('Glossary ids'),
  formerIds,
  ...evidence,
})

const reading = z.strictObject({text, ...evidence, by: text.describe('Whose reading it is')})

export const changeSchema = z.strictObject({
  label: text,
  number: z.string().regex(/^C[1-9]\d?$/, {error: 'a number such as C1'}),
  formulas: list(id).describe('Formulas whose attestations the essay rests on'),
  statements: list(id).describe('Statements whose issuers, heads and dates the essay rests on'),
  terms: list(id).describe('Glossary ids'),
  readings: list(reading).describe('Claims that the attestations do not bear, each with whose reading it is'),
  formerIds,
  ...evidence,
})

const office = z.strictObject({
  title: text,
  party,
  from: partialDate.optional(),
  to: partialDate.optional(),
  ...evidence,
})

export const personSchema = z.strictObject({
  name: text,
  sort: text.describe('Family name first'),
  also: list(text).describe('Other spellings to search by'),
  ...korean,
  party,
  offices: list(office),
  note: text.optional(),
  distinguish: list(z.strictObject({person: id, because: text})),
  formerIds,
  ...evidence,
})

const sentence = z.string().regex(sentencePattern, {error: 'line and sentence such as 9.4'})

const emendation = z.strictObject({
  at: sentence.describe('Line and sentence of the witness'),
  n: count.describe('Number of the row within the sentence'),
  reads: z.string().min(1, {error: 'some text'}).describe('What the witness has, exactly'),
  nth: count.optional().describe('Which occurrence, where the words stand there more than once'),
  should: z.string().describe('What it should be'),
  basis: z.enum(['official', 'pattern', 'fixed', 'inference']),
  certainty: z.enum(['high', 'medium', 'low']),
  sources: list(id),
  note: text.optional(),
})

export const witnessSchema = z.strictObject({
  statement: id,
  grade: z.enum(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7']),
  title: text,
  publisher: text,
  date: partialDate.optional(),
  url: address.optional(),
  official: address.optional().describe('The official page of the statement'),
  sha256,
  lines: z.array(count).min(1, {error: 'a number for each line'}).describe('Number of sentences in each line'),
  summary: text,
  outside: list(z.strictObject({sentences: z.array(sentence).min(1, {error: 'at least one sentence'}), reason: text})),
  apparatus: list(emendation),
  ...evidence,
})

const source = z.strictObject({
  type: z.enum(['webpage', 'article-newspaper', 'report', 'broadcast', 'speech', 'legislation', 'book']),
  title: text.optional().describe('The title the page bears'),
  description: text.optional().describe('What it is, where the title was not seen'),
  publisher: text.optional(),
  issued: partialDate.optional(),
  url: address.optional(),
  via: text.optional().describe('Who copied it, where the publisher’s own page was not seen'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, {error: 'a language code such as en'})
    .default('en'),
  seen: z.enum(['opening', 'whole', 'passage', 'listing']),
  reliable: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
  note: text.optional(),
})

export const sourcesSchema = z.record(id, source)

export const lockSchema = z.array(
  z.strictObject({
    at: z.string().regex(new RegExp(`^[a-z0-9-]+#${clausePattern.source.slice(1)}`), {error: 'statement#clause'}),
    quotation: sha256,
    basis: z.enum(['witness', 'restored']),
    witness: id,
    witnessSha256: sha256,
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
