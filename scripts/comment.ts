/**
 * `node scripts/comment.ts`: posts the report of a check under its pull
 * request. For `.github/workflows/comment.yml`; needs no package. Reads
 * `GITHUB_EVENT_PATH`, `GITHUB_API_URL` and `GITHUB_TOKEN`.
 */

import {readFileSync} from 'node:fs'
import {post} from './posting.ts'
import type {Host, RunEvent} from './posting.ts'

/** The REST API, with the rights of the workflow. */
function restApi(address: string, token: string): Host {
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${address}${path}`, {
      ...init,
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
        'X-GitHub-Api-Version': '2022-11-28',
      },
      signal: AbortSignal.timeout(60_000),
    })
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path} was answered with ${answer.status}.`)
    return answer
  }
  return {
    read: async (path) => (await ask(path)).json(),
    download: async (path, limit) => bounded(await ask(path), limit),
    write: async (method, path, body) => void (await ask(path, {method, body: JSON.stringify(body)})),
  }
}

async function bounded({body}: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > limit) throw new Error(`The answer has more than ${limit} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const {GITHUB_EVENT_PATH: path, GITHUB_API_URL: address, GITHUB_TOKEN: token} = process.env
try {
  if (path === undefined || address === undefined || token === undefined)
    throw new Error('This runs in a workflow: GITHUB_EVENT_PATH, GITHUB_API_URL and GITHUB_TOKEN are expected.')
  const sentence = await post(JSON.parse(readFileSync(path, 'utf8')) as RunEvent, restApi(address, token))
  process.stdout.write(`${sentence}\n`)
} catch (error) {
  process.stderr.write(`No comment was posted: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
