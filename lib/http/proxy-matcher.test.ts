import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { config } from '@/proxy'

const [matcher = ''] = config.matcher
const getsPolicy = (path: string) => new RegExp(`^${matcher}$`).test(path)

test('what lies in public/ and is no page goes past the pages’ policy, each by its name, and nothing else that only looks like it', () => {
  for (const name of readdirSync('public'))
    expect({ name, policy: getsPolicy(`/${name}`) }).toEqual({ name, policy: name.endsWith('.html') })
  for (const path of ['/ikon-zz.png', '/favicon-kabar.ico', '/sw-lain.js', '/masuk', '/', '/apikoeh', '/_next/data/x'])
    expect({ path, policy: getsPolicy(path) }).toEqual({ path, policy: true })
  for (const path of ['/api', '/api/v1/pesan', '/_next/static/chunks/a.js']) expect(getsPolicy(path)).toBe(false)
})
