import { expect, test } from '@/e2e/fixtures'
import { countByDay, countPengguna, measureTimes } from '@/lib/data/statistik'
import { dayInWib } from '@/lib/domain/zona'
import { inOwnSchema, migrations } from './own-schema'

/** A clinic with eight dokter and one pasien, and two dokter who closed their accounts. `$` in these stands for midnight in WIB at which today began. */
const PEOPLE = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran, aktif, ditutup_pada)
  SELECT md5('p' || n)::uuid, 'Orang ' || n, n || '@uji.test', '', (CASE n WHEN 0 THEN 'pasien' ELSE 'dokter' END)::peran,
         n <= 8, CASE WHEN n > 8 THEN now() END
    FROM generate_series(0, 10) n;
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, status_verifikasi, diverifikasi_pada, sip_berlaku_sampai)
  SELECT md5('p' || n)::uuid, 'Umum', '1', '2', status::status_verifikasi, CASE status WHEN 'menunggu' THEN NULL ELSE now() END,
         ($ AT TIME ZONE 'Asia/Jakarta')::date + hari
    FROM (VALUES (1, 'terverifikasi', -1), (2, 'terverifikasi', 0), (3, 'terverifikasi', 30), (4, 'terverifikasi', 31),
                 (5, 'terverifikasi', NULL), (6, 'menunggu', 1), (7, 'ditolak', -1), (8, 'terverifikasi', -2),
                 (9, 'menunggu', 1), (10, 'terverifikasi', -1)) d (n, status, hari);`

const KONSULTASI = `
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, dibuat_pada, diterima_pada, selesai_pada,
         catatan_penutup, aktivitas_pada)
  SELECT md5('k' || n)::uuid, md5('p0')::uuid, md5('p' || n)::uuid, 'Batuk kering', status::status_konsultasi, diterima - interval '1 minute', diterima, selesai,
         CASE WHEN selesai IS NOT NULL THEN 'Cukup' END, coalesce(selesai, diterima)
    FROM (VALUES (1, 'completed', $ - interval '29 days', $ - interval '28 days'),
                 (2, 'completed', $ - interval '29 days 1 ms', $ - interval '28 days'),
                 (3, 'active', $ - interval '3 days', NULL),
                 (4, 'completed', $ - interval '3 days', $ - interval '2 days 23 hours')) k (n, status, diterima, selesai)`

const MIDNIGHT = `(date_trunc('day', now() AT TIME ZONE 'Asia/Jakarta') AT TIME ZONE 'Asia/Jakarta')`

const inSmallClinic = <Result>(work: Parameters<typeof inOwnSchema<Result>>[1]) =>
  inOwnSchema(migrations(), async (client) => {
    await client.query((PEOPLE + KONSULTASI).replaceAll('$', MIDNIGHT))
    return work(client)
  })

test('the dashboard counts whole days in WIB: what was accepted within thirty of them, and how much of that very same was completed', async () => {
  await inSmallClinic(async (client) => {
    expect(await measureTimes(client)).toMatchObject({ diterima: 60, jumlah_diterima: 3, jumlah_selesai: 2, hari_7: 3, hari_30: 5 })
    const days = await countByDay(client)
    expect(days).toHaveLength(30)
    expect(days[0]).toMatchObject({ diajukan: 0, diterima: 1, selesai: 0 })
    expect(days[1]).toMatchObject({ selesai: 2 })
    expect(days.at(-1)?.tanggal).toBe(dayInWib(new Date()))
  })
})

test('the dashboard counts verified dokter whose SIP ends today or within thirty days, and those whose has ended', async () => {
  await inSmallClinic(async (client) => {
    expect(await countPengguna(client)).toMatchObject({ dokter: 8, ditangguhkan: 0, dokter_menunggu: 1, sip_segera: 2, sip_habis: 2 })
  })
})
