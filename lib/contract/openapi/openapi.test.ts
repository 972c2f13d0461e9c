import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ERROR_CODES } from '@/lib/contract/envelope'
import { CODE_MEANS, refusalsOf } from './codes'
import { openApiDocument } from './document'
import { FIELD_MEANS, PARAMETER_MEANS } from './fields'
import { ENDPOINTS } from './table'

const api = join(import.meta.dirname, '../../../app/api/v1')
const callsOf = (paths: Record<string, object>) =>
  Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))

/** What a route offers it says itself: `methods()` answers OPTIONS with `Allow`. */
async function callsOnDisk(): Promise<string[]> {
  const files = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  const calls = files.map(async (file) => {
    const { OPTIONS } = await import(join(api, file))
    const answer: Response = await OPTIONS(new Request('http://localhost', { method: 'OPTIONS' }), { params: Promise.resolve({}) })
    const offered = answer.headers.get('Allow')?.split(', ') ?? []
    const path = ['/api/v1', ...file.split(sep).slice(0, -1)].join('/')
    return offered.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').map((method) => `${method} ${path}`)
  })
  return (await Promise.all(calls)).flat()
}

/** `[id]` on disk and `{konsultasi_id}` in the document are both "some id". */
const nameless = (call: string) => call.replace(/\[\w+\]|\{\w+\}/g, '{}')

test('every route on disk is in the document, with each of its methods, and nothing else is', async () => {
  const documented = callsOf(openApiDocument().paths).map(nameless).sort()
  expect(documented).toEqual((await callsOnDisk()).map(nameless).sort())
  // Loads the whole application.
}, 60_000)

test('no two calls of the table are one call or have one name', () => {
  const calls = ENDPOINTS.map(({ method, path }) => `${method} ${nameless(path)}`)
  expect(new Set(calls).size).toBe(calls.length)
  expect(new Set(ENDPOINTS.map(({ id }) => id)).size).toBe(ENDPOINTS.length)
})

test('every error code is in the document, and each has a status of a call or holds everywhere', () => {
  const text = JSON.stringify(openApiDocument())
  for (const code of ERROR_CODES) expect(text).toContain(CODE_MEANS[code])
  const error = openApiDocument().components.schemas.Error
  expect(error?.properties?.code).toMatchObject({ enum: ERROR_CODES })
})

test('whoever must be signed in may be told so, and a form may be refused', () => {
  for (const endpoint of ENDPOINTS) {
    const codes = refusalsOf(endpoint)
    if (endpoint.peran !== 'anyone') expect(codes, endpoint.id).toContain('unauthenticated')
    if (endpoint.body)
      expect(codes, endpoint.id).toEqual(expect.arrayContaining(['invalid_json', 'payload_too_large', 'validation_failed']))
    if (endpoint.method !== 'get') expect(codes, endpoint.id).toContain('cross_site')
  }
})

test('every name in a path has a parameter, and every reference leads somewhere', () => {
  const document = openApiDocument()
  for (const { path, ids = {} } of ENDPOINTS) {
    expect(Object.keys(ids)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
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

test('what is explained is there: no words for a field or a parameter that is gone', () => {
  const { schemas } = openApiDocument().components
  for (const [name, words] of Object.entries(FIELD_MEANS)) {
    expect(Object.keys(schemas[name]?.properties ?? {}), name).toEqual(expect.arrayContaining(Object.keys(words)))
  }
  const parameters = [...JSON.stringify(openApiDocument().paths).matchAll(/\{"name":"(\w+)","in":"query"/g)].map(([, name]) => name ?? '')
  expect(new Set(parameters)).toEqual(new Set(Object.keys(PARAMETER_MEANS)))
})
