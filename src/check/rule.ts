import type {WitnessSentences} from '../corpus/apparatus.ts'
import type {Fix, Guess, Message} from '../corpus/message.ts'
import type {Corpus, Place, WitnessId} from '../corpus/model.ts'

/** A witness file that is at hand. */
export interface WitnessText {
  readonly text: string
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  readonly sentences: WitnessSentences
}

/** What a rule may look at. */
export interface Subject {
  readonly corpus: Corpus
  /** The files as they were read, for the place of words and for fixes. */
  readonly texts: ReadonlyMap<string, string>
  /** The witness files that are at hand; often none. */
  readonly witnessTexts: ReadonlyMap<WitnessId, WitnessText>
  /**
   * Paths of files that could not be read, or not whole. What rests on one is
   * not judged: its own message says what to mend, and a hundred that follow
   * from it would hide it.
   */
  readonly unread: ReadonlySet<string>
  /** What reading could not take, place by place: the rest of such a file is whole. */
  readonly troubles: readonly Place[]
}

/** What a rule says of a place; the rule's name and severity are added. */
export interface Finding {
  readonly place: Place
  readonly reason: string
  readonly note?: string | undefined
  /** Only where it is right whatever the author meant; see `Fix`. */
  readonly fix?: Fix | undefined
  readonly guess?: Guess | undefined
}

/** One promise about content. Its page `rules/ID.md` explains it and holds its tests. */
export interface Rule {
  readonly id: string
  readonly severity: Message['severity']
  check(subject: Subject, report: (finding: Finding) => void): void
}
