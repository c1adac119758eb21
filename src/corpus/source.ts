import {readRecord} from './frontmatter.ts'
import type {Report} from './message.ts'
import type {Source, SourceId} from './model.ts'
import type {TextFile} from './record.ts'
import {sourcesSchema} from './schemas.ts'

/** Reads `content/sources.yaml`, the bibliography; empty after its problems were reported. */
export function readSources(file: TextFile, report: Report): Map<SourceId, Source> {
  const record = readRecord(sourcesSchema, file.text, 0, file, report)
  if (record === undefined) return new Map()
  return new Map(
    Object.entries(record.value).map(([key, source]) => {
      const id = key as SourceId
      return [id, {...source, id, place: record.place([key])}]
    }),
  )
}
