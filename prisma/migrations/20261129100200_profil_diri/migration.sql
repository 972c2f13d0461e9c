-- without a transaction: in pieces of 5,000, each committed for itself. A profil `diri` for every pasien that there is.
DO $$
DECLARE sampai UUID := '00000000-0000-0000-0000-000000000000';
BEGIN
  LOOP
    WITH piece AS (SELECT id, nama, peran, dibuat_pada FROM pengguna WHERE id > sampai ORDER BY id LIMIT 5000),
         made AS (INSERT INTO profil (id, pemilik_id, hubungan, nama, dibuat_pada)
                  SELECT uuid7(dibuat_pada), id, 'diri', nama, dibuat_pada FROM piece WHERE peran = 'pasien' ON CONFLICT DO NOTHING)
    SELECT id INTO sampai FROM piece ORDER BY id DESC LIMIT 1;
    EXIT WHEN sampai IS NULL;
    COMMIT;
  END LOOP;
END $$;
