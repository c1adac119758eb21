import type {Message} from '../../corpus/message.ts'

/** What a report tells of: one run of the check. */
export interface Run {
  /** Those that are to be told, sorted by place. */
  readonly messages: readonly Message[]
  /** How many files were read. */
  readonly files: number
  /** The whole address of a rule's page. */
  readonly pageOf: (rule: string) => string
}
