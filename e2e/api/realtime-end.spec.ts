import { Client as Database } from 'pg'
import { demand, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { connect, hangUp, listen, untilHeard } from '@/e2e/realtime'
import { expectRefusal } from '@/e2e/refusal'
import { deleteSesiOf, type Ended } from '@/lib/data/sesi'
import type { Transaction } from '@/lib/data/sql'
import { uuidOf } from '@/lib/domain/id'

/** What becomes of open sockets when what let them in has ended. */

test.afterEach(hangUp)

/** A socket that is signed in as its person and subscribes to nothing: on hosted Pusher only such ones can be ended. */
async function signedIn(person: Person) {
  const client = await connect(person)
  client.signin()
  await expect.poll(() => client.user.user_data?.id).toBe(person.id)
  return client
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await work(database)
  } finally {
    await database.end()
  }
}

test('a socket is signed in as its own person, whatever the request says', async ({ clinic }) => {
  const [one, other] = await Promise.all([clinic.pasien(), clinic.pasien()])
  const raw = new URLSearchParams({ socket_id: '12.34', id: other.id, user_id: other.id, user_data: JSON.stringify({ id: other.id }) })
  const { status, body } = await one.api.ask('POST', '/realtime/user-auth', { raw })
  expect(status).toBe(200)
  expect(JSON.parse((body as unknown as { user_data: string }).user_data)).toEqual({ id: one.id })
  for (const bad of ['', '12', '12.34:private-x', '12.34::user::{}'])
    expectRefusal(await one.api.ask('POST', '/realtime/user-auth', { raw: new URLSearchParams({ socket_id: bad }) }), 'forbidden')
})

test('a signed-in socket of a suspended person is closed, although it subscribed to nothing', async ({ clinic }) => {
  const [suspended, other] = await Promise.all([clinic.pasien(), clinic.pasien()])
  const [cut, kept] = await Promise.all([signedIn(suspended), signedIn(other)])
  await clinic.setActive(suspended, false)
  await expect.poll(() => cut.connection.state).toBe('disconnected')
  expect(kept.connection.state).toBe('connected')
})

test('the socket of a session whose time ran out hears nothing more once the sweeper was there', async ({ clinic }) => {
  const k = await clinic.active()
  const [ended, other] = await Promise.all([listen(k.pasien), listen(k.dokter)])
  await withDatabase(async (database) => {
    await database.query(`UPDATE sesi SET berlaku_sampai = now() - interval '1 second' WHERE token_hash = sha256($1)`, [k.pasien.token])
    await database.query(`SELECT graphile_worker.add_job('sweep_sesi')`)
  })
  await expect.poll(() => ended.client.connection.state).toBe('disconnected')
  const { id, urutan, rev } = await clinic.send(k.dokter, k, 'Sesudah itu')
  await untilHeard(other, 'MessageSent', { konsultasi_id: k.id, pesan_id: id, urutan, rev })
  expect(ended.heard).toEqual([])
})

test('with the end of sessions a job is written that cuts their sockets, should whoever ended them die before doing so', async ({
  clinic,
}) => {
  const person = await clinic.pasien()
  const socket = await signedIn(person)
  await withDatabase(async (database) => {
    const tx = database as unknown as Transaction
    const isWritten = async ([ended]: Ended[]) =>
      (await database.query('SELECT FROM graphile_worker.jobs WHERE id = $1', [ended?.job_id])).rowCount === 1
    const endAll = () => deleteSesiOf(uuidOf('pengguna', person.id) ?? '', tx)
    await database.query('BEGIN')
    const undone = await endAll()
    expect(await isWritten(undone)).toBe(true)
    await database.query('ROLLBACK')
    expect(await isWritten(undone)).toBe(false)
    const [ended] = await endAll()
    await database.query('SELECT FROM graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now())', [ended?.job_id])
  })
  // Nobody but the job knows of it.
  await expect.poll(() => socket.connection.state).toBe('disconnected')
})

test('what was cut at once leaves no job behind', async ({ clinic }) => {
  const person = await clinic.pasien()
  const socket = await signedIn(person)
  demand(200, await person.api.post('/auth/logout'))
  await expect.poll(() => socket.connection.state, { timeout: 8000 }).toBe('disconnected')
  await withDatabase(async (database) => {
    const waiting = `SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
                      WHERE t.identifier = 'putuskan_koneksi' AND j.payload->>'pengguna_id' = $1`
    await expect.poll(async () => (await database.query(waiting, [uuidOf('pengguna', person.id)])).rowCount, { timeout: 8000 }).toBe(0)
  })
})

test('a page signs its socket in, so that a hosted realtime server can end it with the session', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const page = await pageOf(dokter)
  const said: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => said.push(String(payload))))
  await page.goto('/dokter')
  await expect.poll(() => said.join('\n')).toContain('pusher:signin_success')
  expect(said.join('\n')).toContain(dokter.id)
})
