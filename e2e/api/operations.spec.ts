import { expect, pollingUrl, test } from '@/e2e/fixtures'

test('live answers anybody that the process is there', async ({ api }) => {
  const { status, text, headers } = await api.get('/api/live')
  expect({ status, text }).toEqual({ status: 200, text: '{"status":"ok"}' })
  expect(headers.get('x-request-id')).toMatch(/./)
})

test('ready answers anybody that the database is there, and how news travels', async ({ api }) => {
  const { status, text } = await api.get('/api/ready')
  expect({ status, body: JSON.parse(text) }).toEqual({ status: 200, body: { status: 'ok', database: 'ok', realtime: 'pusher' } })
})

test.describe('without realtime', () => {
  test.use({ url: pollingUrl() })

  test('ready says that pages poll', async ({ api }) => {
    expect(JSON.parse((await api.get('/api/ready')).text)).toEqual({ status: 'ok', database: 'ok', realtime: 'polling' })
  })
})
