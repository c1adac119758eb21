import {baseOf, siteOf} from './deployment.ts'

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
  /** Where the edition is published, without a path and without a slash at its end. Throws where it cannot be. */
  get site() {
    return siteOf(process.env.LINCHPIN_SITE || 'http://localhost:4321')
  },
  /** The path it is published under, with a slash at both ends: `/` or `/edition/`. Throws where it cannot be. */
  get base() {
    return baseOf(process.env.LINCHPIN_BASE || '/')
  },
  /**
   * Where the files of the edition can be edited, such as
   * `https://github.com/owner/name`; links to edit and to suggest a correction
   * are absent where it is empty.
   */
  repository: process.env.LINCHPIN_REPOSITORY ?? '',
  /** Port of `npm start` and `npm run dev`. */
  port: 4321,
} as const

/**
 * An address of this site as other sites name it.
 *
 * @param url from the root of the site, with a slash before it, or nothing
 * @param site where the edition is published, without a path
 * @param base the path it is published under, with or without slashes around it
 */
export function absolute(url: string, site: string = settings.site, base: string = settings.base): string {
  const path = base.replaceAll(/^\/+|\/+$/g, '')
  return `${site.replace(/\/+$/, '')}${path === '' ? '' : `/${path}`}${url}`
}

/** What a citation says of the edition. */
export const cited = {
  title: settings.fullTitle,
  version: settings.version,
  date: settings.date,
  get site() {
    return absolute('')
  },
}

/** What pictures of pages say of the edition: its name, and what its full name says of it. */
export const pictured = {
  title: settings.title,
  subtitle: settings.fullTitle.replace(`${settings.title}: `, ''),
}
