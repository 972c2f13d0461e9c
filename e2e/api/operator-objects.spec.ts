import { demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'

/** What query languages read as a question when it comes where a text should be. */
const OPERATORS: readonly unknown[] = [
  { contains: '@' },
  { not: '' },
  { startsWith: '' },
  { $ne: null },
  { $gt: '' },
  { OR: [{}] },
  { toString: 1 },
  [''],
]

interface Schema {
  readonly $ref?: string
  readonly properties?: Record<string, unknown>
}

interface Document {
  readonly paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  readonly components: { readonly schemas: Record<string, Schema> }
}

/** Well-formed, and nobody's. */
const NOBODY = '01h455vb4pex5vsknk084sn02q'

test('an object where a field of a body should be is 422 on that field, for every call of the document', async ({ api, clinic }) => {
  const document = (await api.get('/openapi.json')).body as unknown as Document
  const [pasien, dokter, admin] = await Promise.all([clinic.pasien(), clinic.dokter(), clinic.admin()])
  let asked = 0
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema = requestBody?.content['application/json']?.schema
      const { properties = {} } = (schema?.$ref ? document.components.schemas[schema.$ref.split('/').pop() ?? ''] : schema) ?? {}
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `${prefixOf(path, name)}_${NOBODY}`)
      for (const field of Object.keys(properties))
        for (const operator of OPERATORS.slice(0, 1 + (asked % OPERATORS.length))) {
          const answers = await Promise.all(
            [pasien, dokter, admin].map((person) => person.api.ask(method.toUpperCase(), address, { json: { [field]: operator } })),
          )
          const told = answers.map(({ status, body }) => (status === 403 ? 403 : status === 422 && body.errors?.[field] ? 422 : status))
          const what = `${method} ${path} ${field}=${JSON.stringify(operator)}: ${told}`
          expect
            .soft(
              told.filter((status) => status !== 403 && status !== 422),
              what,
            )
            .toEqual([])
          expect.soft(told, what).toContain(422)
          asked += 1
        }
    }
  expect(asked).toBeGreaterThan(100)
})

const prefixOf = (path: string, name: string): string =>
  name.endsWith('_id') && name !== 'id'
    ? name.replace(/_id$/, '')
    : (/\/(konsultasi|pesan|lampiran|pengguna)\b/.exec(path)?.[1] ?? 'pengguna')

test('an operator in a query is a text, or 422, and never a question', async ({ clinic }) => {
  const [pasien, admin] = [await clinic.pasien(), await clinic.admin()]
  for (const query of ['q[contains]=@', 'q[]=a', 'q={"contains":"@"}', 'spesialisasi[not]=x', '__proto__[q]=a', 'constructor=a']) {
    expect((await pasien.api.get(`/dokter?${query}`)).status, query).toBe(200)
    for (const path of ['/konsultasi', '/pesan'])
      expect([200, 422], `${path}?${query}`).toContain((await pasien.api.get(`${path}?${query}`)).status)
    expect([200, 422], query).toContain((await admin.api.get(`/admin/pengguna?${query}`)).status)
  }
  for (const path of ['/admin/pengguna?peran[not]=x', '/konsultasi?status[not]=active']) demand(200, await admin.api.get(path))
})

test('through next-auth’s door neither an object nor a list is an address or a password', async ({ api, clinic }) => {
  const { email, password } = await clinic.pasien()
  for (const operator of OPERATORS)
    for (const credentials of [
      { email: operator, password },
      { email, password: operator },
    ]) {
      const browser = new NextAuthBrowser(api.url)
      const body = JSON.stringify({ ...credentials, csrfToken: await browser.csrf(), json: true })
      const answer = await browser.post('/api/auth/callback/credentials', body, { 'Content-Type': 'application/json', Origin: api.url })
      expect(answer.status, JSON.stringify(credentials)).toBeLessThan(500)
      expect(browser.session(), JSON.stringify(credentials)).toBeUndefined()
    }
})
