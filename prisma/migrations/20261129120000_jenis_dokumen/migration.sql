-- without a transaction: the value is known to everybody before anything uses it.
ALTER TYPE tipe_pesan ADD VALUE IF NOT EXISTS 'dokumen';
