import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { composerOf, pathOf, rowOf, write } from '@/e2e/browser/percakapan'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { MB, UKURAN_MAX } from '@/lib/domain/lampiran'

const NGINX = '/usr/sbin/nginx'

/** The sample of lib/deploy as it stands, but for ports and places. */
async function openNginx(port: number, appPort: number) {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-nginx-'))
  const [certificate, key, config] = ['fullchain.pem', 'privkey.pem', 'nginx.conf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const sample = readFileSync('lib/deploy/nginx.conf', 'utf8')
  writeFileSync(
    config,
    sample
      .replace('listen 443', `listen 127.0.0.1:${port}`)
      .replaceAll(/127\.0\.0\.1:300[01]/g, `127.0.0.1:${appPort}`)
      .replaceAll('/etc/ssl/sapa', folder)
      .replaceAll('/var/log/nginx', folder),
  )
  const nginx = spawn(NGINX, ['-c', config, '-g', `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`], { stdio: 'ignore' })
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  return {
    log: () => readFileSync(join(folder, 'sapa.log'), 'utf8'),
    reload: () => nginx.kill('SIGHUP'),
    close: async () => {
      nginx.kill('SIGQUIT')
      await once(nginx, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

// A machine that has no nginx cannot have this test; `npm test` says so.
if (existsSync(NGINX) && process.getuid?.() === 0)
  test('behind the nginx of the sample a conversation is live over https, the largest files pass, and reloading it fails nothing', async ({
    browser,
  }) => {
    const port = await findFreePort()
    const app = await startApp({
      NEXTAUTH_URL: `https://127.0.0.1:${port}`,
      TRUSTED_PROXY: '127.0.0.1',
      ADMIN_EMAIL: 'kepala@klinik.test',
      ADMIN_PASSWORD: 'samudra-luas-77',
    })
    const nginx = await openNginx(port, app.port)
    const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: `https://127.0.0.1:${port}` })
    try {
      const k = await new Clinic(new Client(app.url), { email: 'kepala@klinik.test', password: 'samudra-luas-77' }).active()
      const page = await context.newPage()
      await page.goto(pathOf(k, 'pasien'))
      await page.getByLabel('Email').fill(k.pasien.email)
      await page.getByLabel('Kata sandi', { exact: true }).fill(k.pasien.password)
      await page.getByRole('button', { name: 'Masuk', exact: true }).click()
      await expect(composerOf(page)).toBeEnabled()
      await expect(page.getByText('Terhubung')).toBeVisible()
      nginx.reload()
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
      expect(nginx.log()).not.toContain('?')
    } finally {
      await context.close()
      await nginx.close()
      await app.stop()
    }
  })
