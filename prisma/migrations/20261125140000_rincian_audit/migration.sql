-- AlterTable
ALTER TABLE "audit" ADD COLUMN     "rincian" JSONB;

-- The hash of a row without details stays what it was.
CREATE OR REPLACE FUNCTION "audit_hash"("baris" "audit", "sebelumnya" bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(coalesce(sebelumnya, ''::bytea) || convert_to((jsonb_build_array(
    baris.nomor, baris.id, to_char(baris.pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), baris.aktor_id, baris.aksi,
    baris.konsultasi_id, baris.pesan_id, baris.pengguna_id, baris.alasan, baris.alamat)
    || CASE WHEN baris.rincian IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(baris.rincian) END)::text, 'UTF8'))
$$;
