-- without a transaction: in pieces of 5,000, each committed for itself; one that was cut off goes on where it was.
DO $$
BEGIN
  LOOP
    UPDATE chat_messages p SET penerima_id = CASE p.pengirim_id WHEN k.pasien_id THEN k.dokter_id ELSE k.pasien_id END
      FROM konsultasi k
     WHERE k.id = p.konsultasi_id AND p.id IN (
       SELECT id FROM chat_messages WHERE dibaca_pada IS NULL AND dihapus_pada IS NULL AND penerima_id IS NULL LIMIT 5000 FOR UPDATE);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END $$;
