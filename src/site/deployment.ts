/** Where the edition is published, as an editor may write it and as everything else reads it. */

/** What the two settings may not be, said so that an editor can mend it. */
function refuse(name: string, found: string, because: string): never {
  throw new Error(`${name} is “${found}”, ${because}`)
}

/**
 * The origin a site is published at.
 *
 * @param typed such as `https://edition.example.org`, with or without a slash at its end
 * @returns without one; a host in other letters as browsers spell it (`xn--…`)
 * @throws where it is no address of the web, or more than the address of a host
 */
export function siteOf(typed: string): string {
  const text = typed.trim()
  const example = 'such as https://edition.example.org'
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text))
    refuse('LINCHPIN_SITE', typed, `which is no address. Write it with https://, ${example}.`)
  if (!URL.canParse(text)) refuse('LINCHPIN_SITE', typed, `which no browser can read. Write the address, ${example}.`)
  const {protocol, username, password, pathname, search, hash, hostname, origin} = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:')
    refuse('LINCHPIN_SITE', typed, `and a site is published by https. Write ${example}.`)
  if (username !== '' || password !== '')
    refuse('LINCHPIN_SITE', typed, `which names a user. Write the address alone, ${example}.`)
  if (search !== '' || hash !== '')
    refuse('LINCHPIN_SITE', typed, `and what follows ? or # is no part of a site’s address. Write ${origin}.`)
  if (!/^\/+$/.test(pathname))
    refuse(
      'LINCHPIN_SITE',
      typed,
      `which has a path. Write LINCHPIN_SITE=${origin}, and the path as LINCHPIN_BASE=${pathname}.`,
    )
  // By http what is read can be changed on its way, and a browser keeps no edition on a device.
  if (protocol === 'http:' && !isLocal(hostname))
    refuse(
      'LINCHPIN_SITE',
      typed,
      `and only this machine is reached by http. Write ${origin.replace('http:', 'https:')}.`,
    )
  return origin
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.|\.localhost$/.test(hostname)
}

/**
 * The path a site is published under.
 *
 * @param typed with or without slashes at its ends: `edition`, `/edition`, `/a/b/`
 * @returns with one slash at both ends and between its parts; `/` for the root of the host
 * @throws where a part has other characters than letters, digits, `.`, `_`, `~` and `-`, or is only dots
 */
export function baseOf(typed: string): string {
  const parts = typed.split('/').filter((part) => part !== '')
  if (/^[a-z][a-z\d+.-]*:/i.test(typed))
    refuse('LINCHPIN_BASE', typed, 'which is a whole address. Write the path alone, such as /edition/.')
  for (const part of parts) {
    const letters = /[^\w.~-]/.exec(part)
    if (letters !== null)
      refuse(
        'LINCHPIN_BASE',
        typed,
        `and “${letters[0]}” is spelt in several ways in addresses. Write the path in the letters a to z, digits, “-”, “_”, “~” and “.”, such as /edition/.`,
      )
    if (/^\.+$/.test(part))
      refuse(
        'LINCHPIN_BASE',
        typed,
        'and browsers leave out a part that is only dots. Write the path as it is, such as /edition/.',
      )
  }
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`
}
