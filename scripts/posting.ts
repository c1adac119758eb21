/**
 * Posts the report of a check as one comment under its pull request. What the
 * check left behind was made by the code of the pull request and may say and be
 * anything: it is bounded in size, read as text, and shown as text. Which pull
 * request it belongs to is told by the host, not by what was left behind.
 */

import {readZipped} from './unzip.ts'

/** What is read of the event `workflow_run`, which the host itself writes. */
export interface RunEvent {
  readonly repository: {readonly full_name: string}
  readonly workflow_run: {
    readonly id: number
    readonly event: string
    readonly head_sha: string
    readonly head_branch: string
    readonly head_repository: {readonly full_name: string; readonly owner: {readonly login: string}}
    readonly html_url: string
  }
}

/** The REST API of the host; paths begin with `/repos/`. */
export interface Host {
  readonly read: (path: string) => Promise<unknown>
  /** The bytes of a file, or an error where there are more than `limit`. */
  readonly download: (path: string, limit: number) => Promise<Uint8Array>
  readonly write: (method: 'POST' | 'PATCH', path: string, body: {readonly body: string}) => Promise<void>
}

interface PullRequest {
  readonly number: number
  readonly head: {readonly sha: string; readonly repo: {readonly full_name: string} | null}
}

interface Artifact {
  readonly id: number
  readonly name: string
  readonly size_in_bytes: number
  readonly expired: boolean
}

interface Comment {
  readonly id: number
  readonly body: string
  readonly user: {readonly login: string} | null
}

/** Largest archive that is fetched, and largest report that is unpacked, in bytes. */
const limits = {archive: 2_000_000, report: 4_000_000} as const

/** Longest report in a comment, in UTF-16 units; the host takes 65,536 with what stands around it. */
const textLimit = 60_000

/** First line of the comment, by which it is found again. */
const marker = '<!-- linchpin: what this change means -->'

/** Who writes what a workflow writes. */
const author = 'github-actions[bot]'

/**
 * Posts or renews the comment.
 *
 * @returns what was done, in a sentence
 */
export async function post(event: RunEvent, host: Host): Promise<string> {
  const {repository, workflow_run: run} = event
  if (run.event !== 'pull_request') return 'The check was not of a pull request.'
  const repo = `/repos/${repository.full_name}`
  const pull = await pullRequestOf(event, host)
  if (pull === undefined) return `No open pull request has ${run.head_sha} as its last commit.`
  const report = await readReport(`${repo}/actions`, run.id, host)
  if (report === undefined) return 'The check left no report.'
  const body = commentBody(report, run)
  const id = await ownComment(`${repo}/issues/${pull}/comments`, host)
  if (id === undefined) await host.write('POST', `${repo}/issues/${pull}/comments`, {body})
  else await host.write('PATCH', `${repo}/issues/comments/${id}`, {body})
  return `The report stands under pull request ${pull}.`
}

/** The open pull request whose last commit was checked. Events of forks do not name it. */
async function pullRequestOf({repository, workflow_run: run}: RunEvent, {read}: Host): Promise<number | undefined> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`)
  const pulls = await read(`/repos/${repository.full_name}/pulls?state=open&per_page=100&head=${head}`)
  const found = (pulls as readonly PullRequest[]).filter(
    (pull) => pull.head.sha === run.head_sha && pull.head.repo?.full_name === run.head_repository.full_name,
  )
  return found.length === 1 ? found[0]?.number : undefined
}

async function readReport(actions: string, run: number, {read, download}: Host): Promise<string | undefined> {
  const answer = (await read(`${actions}/runs/${run}/artifacts?name=report&per_page=100`)) as {
    readonly artifacts: readonly Artifact[]
  }
  const artifact = answer.artifacts.find(({name, expired}) => name === 'report' && !expired)
  if (artifact === undefined) return undefined
  if (artifact.size_in_bytes > limits.archive)
    throw new Error(`The report has ${artifact.size_in_bytes} bytes, expected at most ${limits.archive}.`)
  const archive = await download(`${actions}/artifacts/${artifact.id}/zip`, limits.archive)
  const bytes = readZipped(archive, 'report.text', limits.report)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

async function ownComment(comments: string, {read}: Host): Promise<number | undefined> {
  for (let page = 1; ; page++) {
    const list = (await read(`${comments}?per_page=100&page=${page}`)) as readonly Comment[]
    const own = list.find(({user, body}) => user?.login === author && body.startsWith(marker))
    if (own !== undefined || list.length < 100) return own?.id
  }
}

/** The comment. The report stands in a code block that nothing within it can end: no link, no name, no markup. */
export function commentBody(report: string, {head_sha: sha, html_url: url}: RunEvent['workflow_run']): string {
  const text = report
    .replaceAll(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/gu, ' ')
    // The block needs a longer run than any within it.
    .replaceAll(/`{10,}/g, '`````````…')
  const shown = text.length > textLimit ? `${text.slice(0, textLimit)}\n… the rest is on the page of the check` : text
  const longest = Math.max(2, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [
    marker,
    `What [the check](${url}) says of ${sha}. Its page has the same with its formatting, and the preview of the site to take away.`,
    '',
    `${fence}text`,
    shown.trimEnd(),
    fence,
    '',
    'A program of the pull request wrote this. Where the pull request changes programs, read the changes themselves.',
  ].join('\n')
}
