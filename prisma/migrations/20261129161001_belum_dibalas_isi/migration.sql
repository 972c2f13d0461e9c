-- without a transaction: in pieces of 500, each committed for itself, along the key; only what is open, so that few rows are written. One that was cut
-- off passes over what it has done.
DO $$
DECLARE sampai UUID := '00000000-0000-0000-0000-000000000000'; potongan UUID[];
BEGIN
  LOOP
    potongan := ARRAY(SELECT id FROM konsultasi WHERE id > sampai AND status IN ('pending', 'active') ORDER BY id LIMIT 500);
    EXIT WHEN cardinality(potongan) = 0;
    PERFORM FROM konsultasi WHERE id = ANY(potongan) ORDER BY id FOR NO KEY UPDATE;
    UPDATE konsultasi k
       SET belum_dibalas_sejak = CASE WHEN k.status = 'pending' THEN k.dibuat_pada ELSE (
             SELECT p.dibuat_pada FROM chat_messages p
              WHERE p.konsultasi_id = k.id AND p.pengirim_id = k.pasien_id AND p.dihapus_pada IS NULL
                AND p.urutan > coalesce((SELECT max(d.urutan) FROM chat_messages d WHERE d.konsultasi_id = k.id AND d.pengirim_id = k.dokter_id), 0)
              ORDER BY p.urutan LIMIT 1) END
     WHERE k.id = ANY(potongan) AND k.status IN ('pending', 'active') AND k.belum_dibalas_sejak IS NULL;
    sampai := potongan[cardinality(potongan)];
    COMMIT;
  END LOOP;
END $$;
