import {publishedAt} from '../corpus/urls.ts'

/**
 * What an editor who hosts the edition may want to change. Where a build is
 * for another place, the environment says so: `LINCHPIN_SITE`, `LINCHPIN_BASE`
 * and `LINCHPIN_REPOSITORY`; what is empty there counts as not said.
 */
export const settings = {
  /** The name of the edition, in titles and heads. */
  title: 'Linchpin',
  /** Its full name, for citations. */
  fullTitle: 'Linchpin: An Annotated Edition of ROK–U.S. Alliance Statements',
  /** The version of the edition, and the day it bears. Citations carry both. */
  version: '0.1.0',
  date: '2026-11-23',
  /** Where the edition is published, without a path. */
  site: process.env.LINCHPIN_SITE || 'http://localhost:4321',
  /** The path it is published under: `/` or `/edition/`. */
  base: process.env.LINCHPIN_BASE || '/',
  /**
   * Where the files of the edition can be edited, such as
   * `https://github.com/owner/name`; links to edit and to suggest a correction
   * are absent where it is empty.
   */
  repository: process.env.LINCHPIN_REPOSITORY ?? '',
  /** Port of `npm start` and `npm run dev`. */
  port: 4321,
} as const

/** What a citation says of the edition. */
export const cited = {
  title: settings.fullTitle,
  version: settings.version,
  date: settings.date,
  site: publishedAt(settings.site, settings.base),
}
