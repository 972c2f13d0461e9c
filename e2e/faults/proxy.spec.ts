import { type App, findFreePort, startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { composerOf, pathOf, rowOf, write } from '@/e2e/browser/percakapan'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { hasProxy, openProxy, PROXIES, type ProxyName } from '@/e2e/proxies'
import { MB, UKURAN_MAX } from '@/lib/domain/lampiran'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

// A machine that lacks a proxy cannot have its test; `npm test` says so.
const here = (Object.keys(PROXIES) as ProxyName[]).filter(hasProxy)

test.describe('behind a proxy of the samples', () => {
  // One system, which each proxy makes reachable at the same address in turn.
  test.describe.configure({ mode: 'default' })
  let port: number
  let app: App

  test.beforeAll(async () => {
    port = await findFreePort()
    const admin = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password }
    app = await startApp({ NEXTAUTH_URL: `https://127.0.0.1:${port}`, TRUSTED_PROXY: '127.0.0.1', ...admin })
  })
  test.afterAll(() => app.stop())

  for (const name of here)
    test(`${name}: a conversation is live over https, the largest files pass, and reloading it fails nothing`, async ({ browser }) => {
      const proxy = await openProxy(name, port, app.port)
      const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: `https://127.0.0.1:${port}` })
      try {
        const k = await new Clinic(new Client(app.url), ADMIN).active()
        const page = await context.newPage()
        await page.goto(pathOf(k, 'pasien'))
        await page.getByLabel('Email').fill(k.pasien.email)
        await page.getByLabel('Kata sandi', { exact: true }).fill(k.pasien.password)
        await page.getByRole('button', { name: 'Masuk', exact: true }).click()
        await expect(composerOf(page)).toBeEnabled()
        await expect(page.getByText('Terhubung')).toBeVisible()
        proxy.reload()
        await write(page, 'Sudah lewat proxy')
        await expect(rowOf(page, 'Sudah lewat proxy').getByText('Terkirim')).toBeVisible()
        const file = {
          name: 'hasil.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.concat([pdf(), Buffer.alloc(UKURAN_MAX.file - MB, '\n')]),
        }
        const uploaded = await context.request.post('/api/v1/lampiran', {
          headers: { Authorization: `Bearer ${k.pasien.token}` },
          multipart: { konsultasi_id: k.id, file },
        })
        expect(uploaded.status(), await uploaded.text()).toBe(201)
        await context.request.get('/api/v1/kabar?rahasia=1')
        await expect.poll(proxy.log).toContain('/api/v1/kabar')
        expect(proxy.log()).not.toContain('rahasia')
        expect(proxy.log()).not.toContain(k.pasien.token)
      } finally {
        await context.close()
        await proxy.close()
      }
    })
})
