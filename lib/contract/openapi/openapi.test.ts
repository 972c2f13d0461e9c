import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Endpoint, methodOf, pathOf, refusalsOf } from '@/lib/contract/endpoint'
import { ENDPOINTS } from '@/lib/contract/endpoints/calls'
import { REFUSAL_CODES, REFUSALS } from '@/lib/domain/refusal'
import { nameless, openApiDocument } from './document'
import { TAGS } from './info'
import { PARAMETER_MEANS } from './parameters'

const api = join(import.meta.dirname, '../../../app/api/v1')
const callsOf = (paths: Record<string, object>) =>
  Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))

/** What a route offers it says itself: it answers OPTIONS with `Allow`. */
async function callsOnDisk(): Promise<string[]> {
  const calls = routes().map(async (file) => {
    const { OPTIONS } = await import(join(api, file))
    const answer: Response = await OPTIONS(new Request('http://localhost', { method: 'OPTIONS' }), { params: Promise.resolve({}) })
    const offered = answer.headers.get('Allow')?.split(', ') ?? []
    return offered.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').map((method) => `${method} ${pathOnDisk(file)}`)
  })
  return (await Promise.all(calls)).flat()
}

const routes = () => readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))

/** `[id]` on disk is "some id". */
const pathOnDisk = (file: string) => ['', ...file.split(sep).slice(0, -1)].join('/').replace(/\[\w+\]/g, '{}')

test('every route on disk is in the document, with each of its methods, and nothing else is', async () => {
  const documented = callsOf(openApiDocument().paths).map((call) => nameless(call).replace('/api/v1', ''))
  expect(documented.sort()).toEqual((await callsOnDisk()).sort())
  // Loads the whole application.
}, 60_000)

test('every call is served by the route of its path', () => {
  const served = routes().flatMap((file) => {
    const calls = [...readFileSync(join(api, file), 'utf8').matchAll(/^ {2}'([A-Z]+ \/[^']*)': async/gm)].map(([, call = '']) => call)
    for (const call of calls) expect(nameless(pathOf(call)), file).toBe(pathOnDisk(file))
    return calls
  })
  expect(served.sort()).toEqual(Object.keys(ENDPOINTS).sort())
})

const declared = Object.entries<Endpoint>(ENDPOINTS)

test('no two calls have one name', () => {
  expect(new Set(declared.map(([, { name }]) => name)).size).toBe(declared.length)
})

test('an example is accepted, and what needs to be told something has one', () => {
  for (const [call, { body = {}, query, example = {} }] of declared)
    for (const schema of [...Object.values(body), ...(query ? [query] : [])])
      expect(schema.safeParse(example).error?.issues, call).toBeUndefined()
})

test('every error code is in the document, and each has a status of a call or holds everywhere', () => {
  const text = JSON.stringify(openApiDocument())
  for (const { means } of Object.values(REFUSALS)) expect(text).toContain(means)
  const error = openApiDocument().components.schemas.Error
  expect(error?.properties?.code).toMatchObject({ enum: REFUSAL_CODES })
})

test('whoever must be signed in may be told so, and a form may be refused', () => {
  for (const [call, endpoint] of declared) {
    const codes = refusalsOf(call, endpoint)
    if (endpoint.peran !== 'anyone') expect(codes, call).toContain('unauthenticated')
    if (endpoint.body) expect(codes, call).toEqual(expect.arrayContaining(['invalid_json', 'payload_too_large', 'validation_failed']))
    if (methodOf(call) !== 'GET') expect(codes, call).toContain('cross_site')
  }
})

test('every name in a path has a parameter, and every reference leads somewhere', () => {
  const document = openApiDocument()
  for (const [call, { of, kode }] of declared) expect([...call.matchAll(/\{\w+\}/g)], call).toHaveLength((of ? 1 : 0) + (kode ? 1 : 0))
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = '']) => pointer.split('/'))
  expect(references.length).toBeGreaterThan(50)
  for (const steps of references) expect(steps.reduce<unknown>(stepInto, document), steps.join('/')).toBeDefined()
})

const stepInto = (place: unknown, step: string) => (place as Record<string, unknown> | undefined)?.[step]

test('every schema of the document is a JSON Schema', () => {
  const { schemas } = openApiDocument().components
  const $defs = JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/'))
  for (const name of Object.keys(schemas)) expect(() => z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs }), name).not.toThrow()
})

test('what is explained is there: no words for a parameter that is gone', () => {
  const parameters = [...JSON.stringify(openApiDocument().paths).matchAll(/\{"name":"(\w+)","in":"query"/g)].map(([, name]) => name ?? '')
  expect(new Set(parameters)).toEqual(new Set(Object.keys(PARAMETER_MEANS)))
})

test('every tag that a call has is explained, and none is explained for nothing', () => {
  const used = new Set<string>(Object.values(ENDPOINTS).map(({ tag }) => tag))
  expect(TAGS.map(({ name }) => name).sort()).toEqual([...used].sort())
})
