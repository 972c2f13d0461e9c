import { failingStart } from '@/e2e/failing-start'
import { expect, test } from '@/e2e/fixtures'

const SECRET = 'x'.repeat(48)
const REFUSED = 'postgresql://sapa:sandi-basis-data@127.0.0.1:1/sapa'

const cases: Record<string, readonly [Record<string, string>, RegExp]> = {
  'a port that is none': [{ PORT: 'tiga ribu' }, /PORT/],
  'a database that does not answer': [{ PORT: '39571', DATABASE_URL: REFUSED, NEXTAUTH_SECRET: SECRET }, /database/i],
  'an address that is no database': [{ DATABASE_URL: 'mysql://sandi-basis-data@127.0.0.1/x', NEXTAUTH_SECRET: SECRET }, /DATABASE_URL/],
  'a missing secret beside a real database': [{ DATABASE_URL: REFUSED }, /NEXTAUTH_SECRET/],
  'a weak secret': [{ NEXTAUTH_SECRET: 'sandi-basis-data' }, /NEXTAUTH_SECRET/],
  'a first admin whose password is guessed first': [{ ADMIN_EMAIL: 'kepala@klinik.test', ADMIN_PASSWORD: 'password12' }, /ADMIN_PASSWORD/],
  'half of the settings of Pusher': [{ PUSHER_KEY: 'sandi-basis-data' }, /PUSHER_/],
  'a secret in a file that is not there': [{ NEXTAUTH_SECRET_FILE: '/sandi-basis-data/tidak-ada' }, /NEXTAUTH_SECRET_FILE.*ENOENT/],
  'a secret that is given twice': [{ NEXTAUTH_SECRET: SECRET, NEXTAUTH_SECRET_FILE: '/dev/null' }, /both set/],
  'a realtime server that only the application could find': [
    {
      PUSHER_APP_ID: 'a',
      PUSHER_KEY: 'k',
      PUSHER_SECRET: 'sandi-basis-data',
      PUSHER_CLUSTER: 'ap1',
      PUSHER_INTERNAL_URL: 'http://soketi:6001',
    },
    /PUSHER_HOST/,
  ],
  'half of the settings of S3': [{ S3_BUCKET: 'klinik', S3_SECRET_ACCESS_KEY: 'sandi-basis-data' }, /S3_ACCESS_KEY_ID/],
  'a bucket without a place': [{ S3_BUCKET: 'klinik', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 'sandi-basis-data' }, /S3_REGION/],
}

for (const [name, [settings, told]] of Object.entries(cases))
  test(`${name} ends the start with one clear message`, async () => {
    const { code, said } = await failingStart(settings)
    expect(code, said).toBeGreaterThan(0)
    expect(said).toMatch(told)
    expect(said).not.toMatch(/^\s+at /m)
    expect(said).not.toContain('sandi-basis-data')
    expect(said.split('\n').length).toBeLessThanOrEqual(3)
  })

test('a taken port ends the start with one clear message, and leaves the one who has it alone', async ({ url, api }) => {
  const { code, said } = await failingStart({ PORT: new URL(url).port })
  expect(code, said).toBeGreaterThan(0)
  expect(said).toContain(new URL(url).port)
  expect(said).not.toMatch(/^\s+at /m)
  expect((await api.get('/api/live')).status).toBe(200)
})
