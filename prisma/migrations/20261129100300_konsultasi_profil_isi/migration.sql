-- without a transaction: in pieces of 2,000, each committed for itself, along the key; one that was cut off passes over what it has done.
DO $$
DECLARE sampai UUID := '00000000-0000-0000-0000-000000000000'; potongan UUID[];
BEGIN
  LOOP
    potongan := ARRAY(SELECT id FROM konsultasi WHERE id > sampai AND (profil_id IS NULL OR profil_awal IS NULL) ORDER BY id LIMIT 2000);
    EXIT WHEN cardinality(potongan) = 0;
    PERFORM FROM konsultasi WHERE id = ANY(potongan) ORDER BY id FOR UPDATE;
    UPDATE konsultasi k
       SET profil_id = f.id, profil_awal = potret_profil(f.id),
           profil_akhir = CASE WHEN k.status IN ('pending', 'active') THEN NULL ELSE coalesce(k.profil_akhir, potret_profil(f.id)) END
      FROM profil f WHERE k.id = ANY(potongan) AND f.pemilik_id = k.pasien_id AND f.hubungan = 'diri';
    sampai := potongan[cardinality(potongan)];
    COMMIT;
  END LOOP;
END $$;
