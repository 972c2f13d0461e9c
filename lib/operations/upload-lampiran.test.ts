import { Readable } from 'node:stream'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { uploadLampiran } from './upload-lampiran'

const world = vi.hoisted(() => ({ kept: 0, hasActive: false, isAway: false, konsultasi: {} as Record<string, object> }))
vi.mock('@/lib/auth/activity-limit', () => ({ countUpload: async () => undefined }))
vi.mock('@/lib/data/lampiran', () => ({
  hasActiveKonsultasi: async () => {
    if (world.isAway) throw new Error('the database is away')
    return world.hasActive
  },
}))
vi.mock('@/lib/data/konsultasi', () => ({
  findKonsultasiFor: async (_: Actor, id: string) => {
    if (!world.konsultasi[id]) throw new Refusal('not_found')
    return world.konsultasi[id]
  },
}))
vi.mock('@/lib/inspection/inspector', () => ({ inspectFile: () => Promise.reject(new Refusal('unsupported_media_type')) }))
vi.mock('@/lib/storage/the-store', () => ({}))
vi.mock('@/lib/storage/tray', () => ({
  openTray: async () => ({
    pathOf: (name: string) => name,
    fill: async (_: string, bytes: Readable) => {
      for await (const chunk of bytes as AsyncIterable<Buffer>) world.kept += chunk.length
      return world.kept
    },
    dispose: async () => undefined,
  }),
}))

const actor = { id: 'p', peran: 'pasien' } as Actor
const active = { id: 'k', pasienId: 'p', dokterId: 'd', status: 'active' }
beforeEach(() => Object.assign(world, { kept: 0, hasActive: false, isAway: false, konsultasi: {} }))

/** Sends a file of a thousand bytes for the konsultasi of this id, whose field comes before the file or behind it. */
async function send(id: string, place: 'before' | 'behind') {
  const bytes = Readable.from([Buffer.alloc(1000)])
  const fields = { konsultasi_id: id }
  const code = await uploadLampiran(actor, async (keep) => ({
    fields,
    files: [{ nama: 'a.pdf', kept: await keep(bytes, place === 'before' ? fields : {}) }],
  })).catch((error) => error.code ?? error.message)
  return { code, kept: world.kept, isRead: bytes.readableEnded }
}

test.each(['before', 'behind'] as const)(
  'a file for no konsultasi of its sender is read and not kept: its id comes %s it',
  async (place) => {
    expect(await send('lain', place)).toEqual({ code: 'not_found', kept: 0, isRead: true })
    world.konsultasi = { k: { ...active, status: 'completed' } }
    expect(await send('k', place)).toEqual({ code: 'konsultasi_not_active', kept: 0, isRead: true })
  },
)

test('a konsultasi that is named first is looked at before its file, whatever else its sender has', async () => {
  Object.assign(world, { hasActive: true, konsultasi: { lama: { ...active, status: 'completed' } } })
  expect(await send('lama', 'before')).toEqual({ code: 'konsultasi_not_active', kept: 0, isRead: true })
})

test('what may be sent is kept and looked at, also when the konsultasi is named last', async () => {
  Object.assign(world, { hasActive: true, konsultasi: { k: active } })
  expect(await send('k', 'before')).toEqual({ code: 'unsupported_media_type', kept: 1000, isRead: true })
  expect(await send('k', 'behind')).toMatchObject({ code: 'unsupported_media_type', isRead: true })
})

test('a file is read to its end also when nobody can say whether it is welcome', async () => {
  world.isAway = true
  expect(await send('k', 'behind')).toEqual({ code: 'the database is away', kept: 0, isRead: true })
})
