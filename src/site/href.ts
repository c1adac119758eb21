const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/** An address of this site under the base it is published with; others stay as they are. */
export function href(url: string): string {
  return url.startsWith('/') ? `${base}${url}` : url
}
