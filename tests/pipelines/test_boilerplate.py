"""Every boilerplate rule: what falls under it, and what must survive it."""

import pytest
from lxml import html

from pipelines.boilerplate import rule_for, without_boilerplate, without_repeats
from pipelines.page.boilerplate_rules import RULES
from pipelines.page.lines import Line, read_lines

NOT_THE_STORY = [
    ("invitation", "Ingin tahu harga di pasar? Ajukan pertanyaan itu pada Asisten Reka.id"),
    ("contact", "Call center 021 1234"),
    ("page fragment", "https://bit.ly/reka1"),
    ("read also", "Baca juga: Pasar Ikan Kembali Dibuka"),
    ("read also", "BACA JUGA:Bupati Lepas Jemaah Haji"),
    ("read also", "Baca Juga : Warga Panen Raya Cabai Merah"),
    ("read also", "BACA :  Jalan Desa Diaspal Tahun Ini"),
    ("read also", "Simak juga: Jadwal Kapal Perintis"),
    ("read also", "Lihat Juga Daftar Nama Penerima Bantuan Sosial"),
    ("related heading", "Bacaan Lainnya"),
    ("related heading", "Postingan Populer"),
    ("read also", "Aa Read Next : Sekolah Rakyat Segera Dibangun"),
    ("read also", "» Baca juga"),
    ("read also", "Bacaan terkaitPasar Ikan Kembali Dibuka"),
    ("invitation", "Lihat berita dan artikel lainnya di Google News dan WA Channel"),
    ("invitation", "Tunaikan zakat dan infak Anda melalui bank 700-111-222 a.n. Lembaga Contoh."),
    ("invitation", "Warga yang ingin membantu dapat menghubungi panitia, telp. 0811-222-333."),
    ("page fragment", "Baca versi Bahasa Indonesia di sini."),
    ("page fragment", "Read this story in English"),
    ("page fragment", "Artikel ini juga tersedia dalam bahasa Inggris."),
    ("page fragment", "Bahasa Indonesia | English"),
    ("invitation", "Mari berdonasi melalui rekening 123 456 7890 a.n. Yayasan Contoh"),
    ("invitation", "Konfirmasi donasi: 0812-3456-7890"),
    ("byline", "Publish : Humas Polres Reka"),
    ("clock", "2023-03-15 10:11:12"),
    ("clock", "Diunggah: 18 Februari 2023 pukul 09.15 oleh Humas"),
    ("counter", "[Total: 3 Average: 5]"),
    ("clock", "Ditulis pada: 4 April 2023 Dibaca 77 kali"),
    ("clock", "27 Nov 2023 Admin Web Kegiatan 119 Kali dilihat"),
    ("page fragment", "SIARAN PERS Nomor: 014/SP/REKA/XI/2023"),
    ("invitation", "Add as a preferred source on Google"),
    ("invitation", "Jadikan Koran Contoh sumber pilihan di Google"),
    ("page fragment", "Sebelumnya Berikutnya"),
    ("page fragment", "A A A"),
    ("page fragment", "Kirim Komentar"),
    ("page fragment", "Apakah artikel ini bermanfaat?"),
    ("summary", "Ringkasan Berita:"),
    ("notice", "Copyright @ 2026 Contoh Group"),
    ("related heading", "Terbaru"),
    ("invitation", "Anda harus install aplikasi Telegram terlebih dulu di ponsel."),
    ("invitation", "Berlangganan buletin kami"),
    ("read also", "Selanjutnya: Jadwal Kapal Perintis"),
    ("read also", "(Baca: Jalan Desa Diaspal Tahun Ini)"),
    ("share bar", "Follow"),
    ("clock", "09.07 WIB"),
    ("byline", "(Laporan Reporter POS-FIKSI.COM, Ani Contoh)"),
    ("invitation", "Cek Berita dan Artikel yang lain di Google News"),
    ("invitation", "Dapatkan update berita terbaru. Mari bergabung di Grup Telegram kami."),
    ("invitation", "Jangan lupa ikuti kami dan follow akun google news Contoh.id"),
    ("invitation", "Simak berita terbaru lainnya di sini."),
    ("invitation", "Nikmati berita pilihan dengan satu akun, klik tombol ini"),
    ("read also", "Pilihan Editor: Kapal Baru Tiba"),
    ("page fragment", "Kembali ke atas"),
    ("clock", "Rabu, 07 Oktober 2015 - 10:21 WIB | Humas | dibaca 88 kali"),
    ("notice", "Situs ini menggunakan cookie untuk pengalaman Anda."),
    ("page fragment", "Tentang Kami | Redaksi | Pedoman Media Siber"),
    ("advertisement", "ADVERTISEMENT"),
    ("advertisement", "SCROLL TO CONTINUE WITH CONTENT"),
    ("advertisement", "Scroll kebawah untuk lihat konten"),
    ("advertisement", "Iklan - Scroll untuk Melanjutkan"),
    ("advertisement", "Iklan HUT KORPRI 2025"),
    ("share bar", "Sebarkan artikel ini"),
    ("share bar", "• Bagikan"),
    ("share bar", "Facebook Twitter WhatsApp Telegram"),
    ("share bar", "Share on Facebook"),
    ("counter", "133"),
    ("counter", "×"),
    ("counter", "| 1.229 Views"),
    ("counter", "0 / 24"),
    ("counter", "2 min read"),
    ("counter", "784 View Administrator, Kategori : Berita Umum"),
    ("caption", "-Foto: Dokumen Koran Contoh-"),
    ("caption", "Foto: istimewa--"),
    ("caption", "Suasana penandatanganan di pendopo. (Foto: Humas)"),
    ("caption", "Petani menunjukkan kartu peserta. (ANTARA/Budi)"),
    ("caption", "Wali kota memimpin apel pagi. (ANTARA FOTO/Contoh)"),
    ("caption", "[Gambas:Video 20detik]"),
    ("caption", "(istimewa)"),
    ("caption", "Perbesar"),
    ("byline", "Penulis: Ani | Editor: Budi"),
    ("byline", "Reporter : Ani"),
    ("byline", "[REDAKTUR: BUDI]"),
    ("byline", "Laporan Wartawan Tribun Contoh, Ani"),
    ("byline", "Artikel ini ditulis oleh:"),
    ("byline", "Kontributor Ani Contoh"),
    ("caption", "--Humas Pemkab Contoh"),
    ("caption", "Aplikasi di telepon pintar (Dok. Ist) |"),
    ("page fragment", "Contoh.com » Daerah » Kota » Jalan Baru"),
    ("page fragment", "https://contoh.co.id/jalan-desa-diaspal-tahun-ini"),
    ("notice", "Copyright © ANTARA 2022"),
    ("notice", "Dilarang keras mengambil konten untuk AI tanpa izin tertulis."),
    ("notice", "Artikel ini telah tayang di Contoh.com dengan judul Kapal Baru"),
    ("notice", "Ringkasan ini dibuat dengan bantuan AI dan disunting redaksi."),
    ("page fragment", "Halaman selanjutnya"),
    ("page fragment", "2 dari 3 halaman"),
    ("page fragment", "Halaman: 1 2"),
    ("page fragment", "No comments:"),
    ("page fragment", "Exit mobile version"),
    ("tags", "Tags: bpjs, pekerja"),
    ("tags", "#bpjs #pekerja"),
    ("tags", "id Jamsostek, BPJAMSOSTEK, pekerja rentan"),
    ("tags", "Kategori :"),
    ("related heading", "Berita Terkait"),
    ("related heading", "Terkini Lainnya"),
    ("related heading", "Jangan Lewatkan!"),
    ("related heading", "TANJUNG CONTOH TERKINI"),
    ("weather", "25 C / Semarang"),
    ("clock", "6 hours ago"),
    ("clock", "Selasa, 12 Maret 2024 19:05 WIB"),
    ("clock", "Diperbarui 23 Jan 2021, 13:30 WIB"),
    ("clock", "Sukoco - Senin, 16 November 2026 10:05 WIB"),
    ("page fragment", "Halaman 2 dari 2"),
    ("page fragment", "Panduan › Jaminan Sosial"),
    ("notice", "Terakhir diperbarui: 1 November 2025. Terbit: 19 Agustus 2025 pukul 10:30 WIB."),
    ("caption", "Pekerja menarik eceng gondok dengan galah. (1/4)"),
    ("counter", "∎"),
    ("tags", "SDGs: 4 – Pendidikan Berkualitas, 8 – Pekerjaan Layak"),
    ("counter", "Artikel ini telah dibaca 1,4 ribu kali"),
    ("advertisement", "Promosi"),
    ("page fragment", "Dokumen Lampiran : Daftar penerima.pdf"),
    ("caption", "Ilustrasi. Warga memanen jagung. ANTARA FOTO/Contoh"),
    ("invitation", "Unduh aplikasi Koran Contoh untuk membaca tanpa iklan."),
    ("invitation", "Unduh aplikasi InfoReka untuk cek lowongan terbaru setiap hari."),
    ("advertisement", "Advertisement - Scroll to Continue"),
    ("advertisement", "Pasang iklan Anda di sini. Hubungi 0812-0000-0000"),
    ("invitation", "Simak berita dan artikel pilihan lainnya di Koran Contoh"),
    ("invitation", "Punya informasi menarik? Kirim ke surel redaksi."),
    ("invitation", "Dukung jurnalisme independen dengan berdonasi."),
    ("invitation", "Selengkapnya baca di Koran Contoh edisi cetak"),
    ("share bar", "Bagikan ke FB WA"),
    ("share bar", "Laporkan Artikel"),
    ("counter", "Estimasi baca 3 menit"),
    ("byline", "Penulis adalah wartawan Koran Contoh di Reka"),
    ("notice", "Konten ini diproduksi oleh Koran Contoh"),
    ("caption", "Lihat Foto Petugas mendata pekerja."),
    ("page fragment", "Berikan Komentar Anda"),
    ("page fragment", "KecilSedangBesar"),
    ("page fragment", "00:00 / 03:21"),
    ("summary", "Poin Penting:"),
    ("weather", "Subuh 04:31"),
    ("weather", "USD Rp16.210"),
    ("clock", "Tim Redaksi - Senin, 16/11/2026 10:05 WIB"),
    ("counter", "Apa reaksi Anda?"),
    ("counter", "Suka 0"),
    ("counter", "Senang Sedih Marah Kaget"),
    ("share bar", "ShareFacebookTwitter"),
    ("byline", "Penulis Ani Contoh"),
    ("byline", "Reporter Ani Contoh Editor Budi Semisal"),
    ("byline", "Ani Contoh, Jurnalis"),
    ("byline", "Oleh Tim Redaksi"),
    ("byline", "Redaksi"),
    ("byline", "Rep. Ani Contoh | Ed. Budi Semisal"),
    ("byline", "Teks & foto: Ani Contoh"),
    ("byline", "Foto dan teks: Ani Contoh"),
    ("clock", "Daerah | Selasa, 2 Desember 2025 14:05 WIB | Ani Contoh"),
    ("clock", "Tanggal : Selasa, 2 Desember 2025 14:05 WIB"),
    ("clock", "Tim Redaksi Selasa, 2 Desember 2025 14:05 WIB"),
    ("clock", "Selasa, 2 Desember 2025 14:05 WIBEditor: Ani"),
    ("byline", "By Ani Contoh — Desember 2, 2025 2:05 pm"),
    ("byline", "Red"),
    ("read also", "Baca juga Harga cabai naik di pasar induk"),
    ("related heading", "Anda mungkin juga suka"),
    ("related heading", "Artikel Sebelumnya"),
    ("invitation", "Google News Koran Contoh"),
    ("invitation", "Selengkapnya klik di sini"),
    ("invitation", "Klik di sini untuk bergabung"),
    ("invitation", "Jangan lewatkan berita menarik lainnya"),
    ("invitation", "Simak breaking news dan berita pilihan kami di ponselmu"),
    ("invitation", "Pilih saluran andalanmu akses berita Koran Contoh"),
    ("advertisement", "Konten berbayar"),
    ("notice", "Hak Cipta Dilindungi Undang-Undang"),
    ("caption", "Video: Panen Raya di Reka"),
    ("caption", "Kredit foto: Humas"),
    ("caption", "Dok. Humas Pemkab Reka"),
    ("caption", "Saksikan Live Streaming di bawah ini"),
    ("counter", "Bagaimana pendapat Anda tentang berita ini?"),
    ("counter", "1 dari 3"),
    ("clock", "Terakhir diperbarui 3 Desember 2025"),
    ("clock", "Tayang 3 Desember 2025"),
    ("tags", "Kategori Daerah"),
    ("weather", "Kurs Rupiah Hari Ini"),
    ("page fragment", "Lihat semua komentar"),
    ("page fragment", "Komentar (0)"),
    ("page fragment", "Tautan berhasil disalin"),
    ("page fragment", "Dengarkan artikel ini"),
    ("page fragment", "Loading..."),
    ("page fragment", "Silakan login untuk memberi komentar"),
    ("page fragment", "Alamat email Anda tidak akan dipublikasikan."),
    ("page fragment", "Beranda > Berita > Daerah"),
    ("page fragment", "Terima kasih sudah membaca artikel ini."),
    ("page fragment", "Siaran Pers"),
    ("page fragment", "@korancontoh"),
    ("invitation", "Ikuti berita Koran Contoh lainnya di:"),
    ("share bar", "Instagram: @korancontoh"),
    ("counter", "Berita ini 120 kali dibaca"),
    ("share bar", "Click to share on Facebook (Opens in new window)"),
    ("share bar", "Menyukai ini:"),
    ("invitation", "Suka liputan seperti ini?"),
    ("invitation", "Daftar surel mingguan kami, gratis."),
    ("notice", "Konten ini disediakan oleh mitra."),
    ("page fragment", "Selengkapnya"),
    ("related heading", "Related"),
    ("byline", "Translated by: Ani Contoh"),
    ("invitation", "Kami tidak beriklan. Dukung kerja jurnalistik kami dengan berdonasi."),
    ("invitation", "Artikel ini khusus pelanggan. Masuk untuk membaca selengkapnya."),
    ("invitation", "Sudah berlangganan? Masuk"),
    ("invitation", "Temukan kesalahan dalam berita ini? Laporkan"),
    ("invitation", "Update terus berita terkini dengan mengunduh aplikasinya."),
    ("counter", "Rating: 4.5/5 (12 suara)"),
    ("counter", "Was this article helpful? Yes No"),
    ("notice", "Catatan redaksi: judul berita ini diperbaiki pukul 16.00 WIB."),
    ("notice", "Hubungi redaksi: redaksi@contoh.id, WA 0800-000"),
    ("notice", "Artikel ini diterbitkan ulang di bawah lisensi Creative Commons."),
    ("page fragment", "« Warga Desa Panen Raya"),
    ("page fragment", "Harga Kopi Naik Tajam »"),
    ("page fragment", "Kembali ke daftar berita"),
    ("clock", "11/19/2025 2:05:11 PM WITA oleh Ani Contoh"),
    ("byline", "Tim IT PN Contoh"),
    ("caption", "(Gambar 1. Penandatanganan komitmen bersama)"),
    ("closing name", "Ani Contoh - Senin, 16 November 2026 10:05 WIB"),
    ("contact", "Bidang Komunikasi Telepon: (0254) 555 0123 Surel: komunikasi@contoh.id"),
    ("contact", "Ani Contoh, WA: 0811-2233-4455"),
    ("contact", "Telp. (0741) 22334, Email: humas@contoh.id"),
    ("invitation", "Dukung kami lewat Saweria"),
    ("invitation", "Media ini hidup dari dukungan pembaca."),
    ("page fragment", "Dukung sekarang"),
    ("byline", "Kontributor Sungai Madu: Ani Contoh"),
    ("page fragment", "Untuk disiarkan segera"),
    ("page fragment", "UNTUK SEGERA DIPUBLIKASIKAN"),
    ("page fragment", "Beranda"),
    ("invitation", "Cerita seperti ini dapat terus hadir berkat donasi pembaca."),
    ("invitation", "Punya Masalah di Tempat Kerja?"),
    ("invitation", "Ajukan pertanyaan Anda kepada tim kami."),
    ("invitation", "Redaksi juga menerima tulisan pembaca, panjangnya 700 kata."),
    ("invitation", "Naskah opini dapat dikirim ke opini@contoh.id dengan foto diri."),
    ("invitation", "Mulai Rp25.000 sebulan, baca semua artikel kami."),
    ("invitation", "Jangan lupa like dan subscribe saluran ini."),
    ("invitation", "Like, share, dan subscribe ya!"),
    ("page fragment", "Older Posts"),
    ("page fragment", "Leave a Reply"),
    ("page fragment", "Terjemahkan halaman"),
    ("share bar", "Ayo bagikan!"),
    ("share bar", "Bagi Berita Ini"),
    ("invitation", "Aktifkan notifikasi Kabar Semu"),
    ("invitation", "Bergabung dengan 1.204 pelanggan lainnya"),
    ("invitation", "Tersedia di Google Play dan App Store"),
    ("invitation", "Kirim foto dan video ke WA redaksi"),
    ("invitation", "Cek berita lainnya di sini"),
    ("advertisement", "PARIWARA"),
    ("counter", "Bagaimana menurut Anda?"),
    ("byline", "Dibuat oleh Admin"),
    ("byline", "Laporan Tim Redaksi"),
    ("notice", "Berita ini hasil kerja sama Kabar Semu dan Pemkab Reka"),
    ("notice", "Tulisan ini merupakan kiriman warga."),
    ("notice", "Copyright Kabar Semu 2025"),
    ("page fragment", "Required fields are marked *"),
    ("page fragment", "Situs ini menggunakan Akismet untuk mengurangi spam."),
    ("page fragment", "Tentang Penulis"),
    ("tags", "Posted in Berita Daerah"),
    ("clock", "Terakhir diubah 22 Maret 2012"),
    ("related heading", "You May Have Missed"),
    ("related heading", "Mungkin Anda lewatkan"),
    ("invitation", "Ingin menulis opini? Kirim naskah Anda ke opini@contoh.id"),
    ("invitation", "Anda telah membaca 3 artikel gratis bulan ini"),
    ("invitation", "Berlangganan mulai Rp 30.000/bulan untuk akses penuh."),
    ("notice", "Live blog ini sudah ditutup."),
    ("notice", "Isi tulisan sepenuhnya menjadi tanggung jawab penulis."),
    ("clock", "Ani Contoh 23 Maret 2012 01:47:02 WIB 40 Kali"),
    ("clock", "Published on Friday, 23 March 2012 01:47"),
    ("byline", "Written by Super User"),
    ("page fragment", "Details"),
    ("tags", "Category: Berita Daerah"),
    ("invitation", "Saksikan Kabar Reka setiap Senin pukul 19.00 WIB hanya di TV Reka."),
    ("share bar", "Sharing is Caring!"),
    ("share bar", "Bagikan tulisan ini:"),
    ("counter", "Bacaan 3 menit"),
    ("counter", "12 pembaruan"),
    ("byline", "*) Penulis adalah dosen Universitas Reka"),
    ("byline", "Tim liputan Kabar Reka, Ani Contoh dan Budi S. melaporkan dari Sungai Madu."),
    ("byline", "Ani Contoh melaporkan langsung dari Reka"),
    ("byline", "Ani Contoh Reporter"),
    ("byline", "*) Ketua Serikat Nelayan Reka, tinggal di Semu"),
    ("notice", "Sebagian tulisan ini disusun memakai kecerdasan artifisial."),
    ("notice", "Gambar di artikel ini dibuat oleh AI."),
    ("notice", "Catatan: artikel ini diringkas dengan bantuan kecerdasan buatan."),
    ("byline", "Humas Setwan Reka: Ani Contoh"),
    ("related heading", "Rekomendasi Berita"),
    ("notice", "Liputan langsung ini telah selesai. Sampai jumpa."),
    ("notice", "Demikian siaran langsung kami dari Reka."),
    ("notice", "Penafian: isi laman ini bukan nasihat hukum."),
    ("tags", "Topik / Label"),
    ("tags", "Tag & Kategori:"),
    ("clock", "Olahraga Desa | 12 Februari 2024"),
    ("clock", "Rabu, 6 Agustus 2025 | 06:20 WIBDiperbarui 6 Agustus 2025 | 09:02 WIB"),
]

THE_STORY = [
    "“Daftar semua”",
    "Setuju?",
    "Tentang kami semua.",
    "Baca juga isi perjanjian itu sebelum menandatangani",
    "Video: https://contoh.id/tonton",
    "Klik di sini disebutnya sebagai jebakan penipu yang mengaku petugas.",
    "Terima kasih kami sampaikan kepada bupati, kata nelayan itu.",
    "Berita ini 120 kali lebih menggembirakan daripada bantuan, kata nelayan itu.",
    "Suka artikel atau tidak, pekerja tetap harus membaca aturannya.",
    "Rating peserta naik menurut survei lembaga itu di lima kecamatan.",
    "Sudah terdaftar sebagai peserta, nelayan itu menerima kartu.",
    "Ada kesalahan data yang membuat pekerja gagal didaftarkan.",
    "Dukung kami dengan doa, kata bupati kepada para pekerja.",
    "Artikel ini khusus membahas iuran, tulis kepala cabang dalam bukunya.",
    "Kembali ke desa, para pekerja itu langsung didaftarkan.",
    "Copyright tidak menjadi persoalan, yang penting pesannya sampai.",
    "Ringkasan program itu dibagikan kepada peserta rapat.",
    "Sebelumnya, bupati menemui para nelayan di dermaga.",
    "Baca Al-Qur'an dan kerja sama menjadi dua pesan bupati kepada para santri.",
    '"Baca juga isi perjanjian itu," kata bupati kepada camat.',
    "“Simak berita terbaru soal iuran,” ujarnya.",
    "Simak penjelasan lengkap Kepala Cabang BPJS Ketenagakerjaan berikut ini.",
    "Lihat juga bagaimana nelayan di pesisir bekerja tanpa perlindungan.",
    "Ikuti program ini, maka pekerja akan terlindungi dari risiko kecelakaan kerja.",
    "Iklan rokok dilarang di dekat sekolah, kata bupati.",
    "Bagikan kartu peserta kepada nelayan menjadi agenda hari itu.",
    "133 orang terdaftar sebagai peserta.",
    "25 Desember 2024 menjadi batas akhir pendaftaran.",
    "Foto bersama menutup acara penandatanganan kerja sama itu.",
    "Perjanjian itu (PKS) berlaku dua tahun.",
    "Penulis buku itu, Ani, hadir dalam acara.",
    "Editor video dan pekerja lepas juga dapat mendaftar sebagai peserta mandiri.",
    "Hak cipta karya seniman dilindungi undang-undang, sama seperti pekerjanya.",
    "Komentar warga beragam menanggapi program itu.",
    "Selanjutnya, pemkab akan menyiapkan peraturan bupati.",
    "Tagihan iuran dibayar APBD.",
    "Berita acara serah terima ditandatangani kedua pihak.",
    "Terkait hal itu, kepala dinas menyebut anggaran sudah tersedia.",
    "Suhu 25 C di dalam gudang membuat pekerja kelelahan.",
    "Sumber dana berasal dari dana bagi hasil sawit.",
    "1. Amerika Serikat: 24,8 juta kasus",
    "Persaingan",
    "Cara Mencegah",
    "- Jaminan Kecelakaan Kerja (JKK)",
    "https://www.youtube.com/watch?v=contoh",
    "Kontributor terbesar kepesertaan adalah sektor perkebunan sawit di pesisir.",
    "Oleh karena itu, kerja sama ini diperpanjang.",
    "Senang",
    "Oleh Karena Itu Iuran Ditanggung",
    "Penulis Muda Terlindungi",
    "Unduh aplikasi JMO, masukkan NIK, lalu ikuti verifikasi wajah.",
    "Klik menu klaim di aplikasi JMO lalu unggah kartu peserta.",
    "Subuh itu para nelayan berangkat melaut.",
    "Kurs rupiah melemah, tetapi iuran tidak berubah.",
    "Dukung program itu, kata bupati, dengan mendaftarkan pekerja.",
    "Punya informasi itu saja tidak cukup, ujar kepala cabang.",
    "Konten ini penting bagi pekerja muda, katanya.",
    "Kecil kemungkinan iuran itu naik tahun depan.",
    "Sorotan utama rapat itu adalah perlindungan buruh tani.",
    "Pasang iklan lowongan kerja wajib menyebut jaminan sosial, kata kepala dinas itu kepada "
    "para pengusaha yang hadir.",
    "Promosi jabatan itu dilakukan bupati setelah pelantikan.",
    "Lampiran perjanjian itu memuat daftar 1.200 perangkat desa.",
    "Foto karya pewarta ANTARA dipamerkan di aula kantor cabang.",
    "Penyerahan kartu itu berlangsung di aula, Kamis (16/10)",
    "Terbit: buku panduan iuran bagi nelayan kecil di pesisir.",
    "Tim IT kantor cabang itu memasang aplikasi, lalu melatih petugas.",
    "Gambar 1.000 kapal itu dipajang di aula.",
    "Suka dan duka nelayan itu kini terlindungi.",
    "Penulis lepas yang menyukai laut itu turut mendaftar",
    "Ani Contoh, jurnalis yang meliput acara itu, ikut mendaftar",
    "Pengurus Koperasi - Senin, 16 November 2026",
    "Peserta dapat menghubungi WA: 0811-2233-4455, ujar kepala cabang itu.",
    "Wartawan senior itu: “Kami semua terdaftar sekarang.”",
    "Nomor telepon: tidak satu pun dijawab petugas.",
    "Untuk segera disiarkan ke desa, perjanjian itu dicetak ulang.",
    "Beranda rumah itu dipakai untuk mendata pekerja",
    "Punya masalah dengan iuran? “Datang saja,” kata kepala cabang itu.",
    "Punya pertanyaan yang sama, para nelayan itu mendatangi kantor cabang.",
    "Ajukan pertanyaan kepada petugas bila saldo belum masuk, pesan kepala cabang.",
    "Redaksi dan pekerja media kini menerima kartu peserta.",
    "Mulai Rp16.800 sebulan, pekerja mendapat perlindungan kecelakaan dan kematian.",
    "Jangan lupa membayar iuran setiap bulan, pesannya.",
    "Share itu penting, kata pengelola kanal desa.",
    "Bacaan doa menutup acara itu.",
    "12 pembaruan data dilakukan petugas sepanjang tahun.",
    "Tulisan tentang kecerdasan buatan itu dibacakan di depan peserta.",
    "Laporan langsung dari desa itu dijanjikan selesai pekan depan.",
    "Siaran langsung pelantikan itu ditonton ribuan warga.",
    "Konten ini dinilai meniru kecerdasan buatan, kata bupati.",
    "Warga melaporkan dari Reka.",
    "Ani Contoh melaporkan dari pasar bahwa iuran telah dibayar.",
    "Peserta itu bertemu Jurnalis",
    "Topik / label itu dipilih panitia agar mudah dicari.",
    "Bagi nelayan ini, kartu itu sangat berarti",
    "Kirim foto kartu itu kepada petugas, pinta kepala cabang.",
    "Lihat berita lainnya, kata bupati, maka kita tahu banyak pekerja celaka.",
    "Tulisan ini merupakan hasil penelitian dosen Universitas Reka selama setahun.",
    "Perjanjian itu dibuat oleh tim hukum kedua pihak.",
    "Gabung dengan program itu, pekerja membayar Rp16.800.",
    "Ingin menulis buku, nelayan itu belajar mengetik.",
    "Berlangganan koran desa menjadi kebiasaan para pensiunan.",
    "Artikel perjanjian itu menjadi tanggung jawab kedua pihak, bukan penulis laporan.",
    "Isi tulisan itu. Bupati memberi tanggung jawab penulis naskah kepada camat.",
    "23 Maret 2012 gempa itu terasa 40 kali.",
    "Ditulis pada 4 April 2023 oleh kedua pihak, perjanjian itu berlaku.",
    "Pada 23 Maret 2012 pukul 01:47 WIB gempa itu 40 kali terasa.",
    "Dengarkan keluhan mereka setiap pekan, pinta bupati kepada camat.",
    "*Syarat berlaku bagi pekerja lepas.",
    "Perpustakaan itu hidup berkat donasi pembaca setianya, kata Ani.",
    "Bacaan terkait iuran itu dibagikan kepada peserta.",
    "Lihat berita dan data lain, kata bupati, maka kita tahu.",
    "Tunaikan zakat, infak, dan sedekah, ajak bupati kepada 1.200.000 pegawai.",
    "Warga yang ingin membantu dapat menghubungi panitia, kata bupati.",
    "Baca dokumen versi bahasa Inggris itu, pinta bupati kepada camat.",
    "Publish atau tidak, data itu milik peserta.",
    "Indonesia / Malaysia",
    "Laporan ini tersedia dalam bahasa Inggris, kata bupati kepada investor.",
    "Berdonasi lewat rekening daerah itu wajib dilaporkan, kata bupati.",
    "Konfirmasi donasi itu diterima 1.200 warga.",
    "Call center 021 menerima 40 laporan",
    "Ia menitipkan uang itu pada asisten kepala desa.",
    "Rilis no. 12 tahun 2025 memuat nama peserta",
    "Dibuat pada 4 April 2023 dan berlaku tiga tahun",
    "4 April 2023 jumlah peserta naik 12 kali",
    "Laporan Biro Umum Setda, peserta aman bekerja",
]


@pytest.mark.parametrize(("rule", "text"), NOT_THE_STORY)
def test_line_falls_under_its_rule(rule: str, text: str) -> None:
    assert rule_for(Line(text, "p")) == rule


@pytest.mark.parametrize("text", THE_STORY)
def test_line_of_the_story_survives(text: str) -> None:
    assert rule_for(Line(text, "p")) is None


def test_every_rule_has_an_example() -> None:
    shown = {rule for rule, _ in NOT_THE_STORY} | {"link to another story"}
    assert {rule.name for rule in RULES} <= shown


def test_whole_link_is_another_story_but_a_linked_sentence_is_not() -> None:
    headline = Line("Jalan Desa Diaspal Tahun Ini", "p", link=1.0)
    sentence = Line("Perjanjian itu dapat diunduh di laman pemkab.", "p", link=1.0)
    address = Line("www.contoh.go.id/perjanjian kerja sama terbaru", "p", link=1.0)
    assert rule_for(headline) == "link to another story"
    assert rule_for(sentence) is None
    assert rule_for(address) is None


def test_a_name_that_its_markup_calls_a_writers_is_a_byline_but_other_lines_are_not() -> None:
    link = html.fragment_fromstring("<p><a href='/penulis/ani'>Ani Contoh</a></p>")
    called = html.fragment_fromstring("<p><span class='author'>Ani Contoh</span></p>")
    said = html.fragment_fromstring("<p class='author'>Ani Contoh menulis tentang laut.</p>")
    other = html.fragment_fromstring("<p><a href='/jaminan/kematian'>Jaminan Kematian</a></p>")
    assert rule_for(Line("Ani Contoh", "p", link=1.0, element=link)) == "closing name"
    assert rule_for(Line("Ani Contoh", "p", element=called)) == "closing name"
    assert rule_for(Line("Ani Contoh menulis tentang laut.", "p", element=said)) is None
    assert rule_for(Line("Jaminan Kematian", "p", link=1.0, element=other)) is None


def test_a_sub_heading_that_opens_with_a_role_is_no_byline() -> None:
    assert rule_for(Line("Penulis Muda Terlindungi", "h3")) is None


def test_what_lies_in_a_link_as_a_block_is_another_story() -> None:
    card = html.fragment_fromstring("<a href='/x'><div><p>Pasar itu ramai.</p></div></a>")
    linked = html.fragment_fromstring("<p><a href='/x'>Pasar itu ramai.</a></p>")
    inside, beside = card.find(".//p"), linked
    text = "Pasar itu ramai."
    assert rule_for(Line(text, "p", link=1.0, element=inside)) == "link to another story"
    assert rule_for(Line(text, "p", link=1.0, element=beside)) is None
    contents = html.fragment_fromstring("<li><a href='#dua'>Dua Program</a></li>")
    assert rule_for(Line("Dua Program", "li", link=1.0, element=contents)) is not None


def test_a_label_before_a_linked_headline_is_another_story() -> None:
    text = "Yang lain dari kami: Pasar Baru Dibuka Hari Ini"
    assert rule_for(Line(text, "p", link=0.7)) == "read also"
    assert rule_for(Line(text, "p")) is None
    assert rule_for(Line("Unduh di laman: perjanjian.pdf", "p", link=0.7)) is None


def test_a_link_that_its_markup_calls_a_tag_is_none_of_the_storys_headings() -> None:
    tag = html.fragment_fromstring("<div class='post tags'><a href='/t'>pekerja rentan</a></div>")
    other = html.fragment_fromstring("<div class='tag-desa'><a href='/t'>pekerja rentan</a></div>")
    for element, rule in ((tag, "tags"), (other, None)):
        assert rule_for(Line("pekerja rentan", "div", link=1.0, element=element)) == rule
    assert rule_for(Line("Pekerja rentan itu", "div", link=0.4, element=tag)) is None


def test_a_sub_heading_in_bold_that_ends_with_a_role_is_no_byline() -> None:
    assert rule_for(Line("Semangat Baru Jurnalis", "p", bold=1.0)) is None
    assert rule_for(Line("Semangat Baru Jurnalis", "p")) == "byline"


def test_summaries_below_links_in_a_list_are_other_stories() -> None:
    told = "Warga menyambut pasar itu dengan panen raya sejak pagi."
    for item, kept in ((f"<a href='/x'>Pasar Baru Dibuka Hari Ini</a><p>{told}</p>", 0),
                       (f"<b>Pasar Baru</b><p>{told}</p>", 1)):  # fmt: skip
        element = html.fragment_fromstring(f"<ul><li>{item}</li></ul>").find(".//p")
        assert len(without_boilerplate([Line(told, "p", element=element)])[0]) == kept


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("<p>Pasar itu ramai sejak pagi. <a>Selengkapnya</a></p>", "read also"),
        ("<p>Pasar itu ramai [...] <a>Read More</a></p>", "read also"),
        ("<p>Pasar itu ramai. <a>Perjanjian</a> dibuat. Selengkapnya</p>", None),
        ("<p>Perjanjian itu diatur lagi dan <a>selengkapnya</a></p>", None),
        ("<p><a class='mc-button' href='/x'>Daftar Konsultasi</a></p>", "link to another story"),
        ("<p><a class='tebal' href='/x'>Daftar Konsultasi</a></p>", None),
        ("<div><p>Apakah iuran ditanggung?</p><button>Ya 61%</button></div>", "page fragment"),
        ("<div><p>Penghasilan sebulan</p><input></div>", "page fragment"),
        ("<div><p>Hitung zakat.</p><a class='btn' href='/z'>Hitung</a></div>", "page fragment"),
        ("<div><p>Hitung zakat.</p><a class='x' href='/z'>Hitung</a></div>", None),
        ("<div><p>Pasar dibuka.</p><a class='btn' href='/z'>Kembali</a></div>", None),
        ("<div><label>Setuju</label> <label>Tidak</label></div>", "page fragment"),
        ("<div><p>Apakah iuran ditanggung?</p><button>Bagikan</button></div>", None),
        ("<div><p>Apakah iuran ditanggung?</p><input type='hidden'></div>", None),
        (f"<div><p>Apakah iuran ditanggung?</p><input><p>{'Tidak. ' * 40}</p></div>", None),
        (f"<div><p>Apakah iuran ditanggung?</p><input>{'<br>' * 9}</div>", None),
        ("<li><p>Apakah iuran ditanggung?</p><button>Ya 61%</button></li>", None),
    ],
)
def test_what_leads_on_or_is_worked_with_is_no_story(block: str, rule: str | None) -> None:
    line = read_lines(html.fragment_fromstring(f"<section>{block}</section>"))[0]
    assert rule_for(line) == rule


def test_labelled_links_are_tags() -> None:
    assert rule_for(Line("Topik Terkait BPJS Desa", "div", link=0.5)) == "tags"
    assert rule_for(Line("Topik diskusi itu adalah perlindungan pekerja.", "p", link=0.5)) is None


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["Reporter", "Ani Contoh", "Editor", "Budi Semisal"], []),
        (["Ani Contoh", "Reporter", "Budi Semisal", "Editor"], []),
        (["Bupati meneken perjanjian.", "Editor"], ["Bupati meneken perjanjian."]),
        (["Ani Contoh", "Bupati"], ["Ani Contoh", "Bupati"]),
    ],
)
def test_a_name_beside_a_role_is_no_story(texts: list[str], kept: list[str]) -> None:
    lines, _ = without_boilerplate([Line(text, "p") for text in texts])
    assert [line.text for line in lines] == kept


def test_a_sub_heading_beside_a_picture_is_no_caption() -> None:
    assert rule_for(Line("Target Tahun Ini", "h2", image=True)) is None
    assert rule_for(Line("Target Tahun Ini", "p", image=True)) == "caption"
    assert rule_for(Line("Target Tahun Ini:", "p", image=True)) is None


def test_links_after_a_bare_label_go_with_it() -> None:
    lines = [
        Line("Paragraf pertama.", "p"),
        Line("Baca Juga", "p"),
        Line("Pasar Baru", "li", link=1.0),
        Line("Jembatan Lama", "li", link=1.0),
        Line("Paragraf kedua.", "p"),
        Line("Pasar Baru", "li"),
    ]
    kept, dropped = without_boilerplate(lines)
    assert [line.text for line in kept] == ["Paragraf pertama.", "Paragraf kedua.", "Pasar Baru"]
    assert [d.rule for d in dropped] == [
        "read also",
        "link to another story",
        "link to another story",
    ]


def test_a_step_in_a_list_may_be_told_in_words_of_controls() -> None:
    assert rule_for(Line("Klik daftar", "li")) is None
    assert rule_for(Line("Klik daftar", "p")) == "page fragment"


def test_a_list_after_the_announced_links_is_the_storys() -> None:
    lines = [
        Line("BACA JUGA:", "p"),
        Line("Pasar Baru", "div", link=1.0),
        Line("Jaminan Kematian", "li"),
    ]
    kept, _ = without_boilerplate(lines)
    assert [line.text for line in kept] == ["Jaminan Kematian"]


@pytest.mark.parametrize(
    ("announces", "line", "kept"),
    [
        (Line("Berita Terkait", "p"), Line("Pemkab Bagikan Bibit Jagung", "p"), False),
        (Line("Berita Terbaru", "h4"), Line("Kabar desa jadi sorotan", "h5"), False),
        (Line("Berita Terbaru", "h4"), Line("Iuran Ditanggung Daerah", "h4"), True),
        (Line("Berita Terkait", "p"), Line("Iuran Ditanggung Anggaran Daerah", "h3"), True),
        (Line("Baca juga:", "p"), Line("Iuran Ditanggung Anggaran Daerah", "p", bold=1.0), True),
        (
            Line("Baca juga:", "p"),
            Line("Bupati berharap semua desa ikut serta tahun ini", "p"),
            True,
        ),
        (Line("Baca juga:", "p"), Line("Bupati Umar Andaian Hadir di Sawah Reka.", "p"), True),
    ],
)
def test_headlines_below_what_announces_them_are_no_story(
    announces: Line, line: Line, kept: bool
) -> None:
    told, _ = without_boilerplate([announces, line])
    assert told == ([line] if kept else [])


def test_repeated_title_and_paragraph() -> None:
    long = "Kalimat ini cukup panjang untuk dikenali bila tercetak dua kali di halaman."
    kept, dropped = without_boilerplate(
        [Line("Judul Berita.", "p"), Line(long, "p")], "Judul berita"
    )
    assert [d.rule for d in dropped] == ["repeated title"]
    kept, dropped = without_repeats([*kept, Line(long, "p"), Line("Pendek.", "p")])
    assert [line.text for line in kept] == [long, "Pendek."]
    assert [d.rule for d in dropped] == ["repeated paragraph"]


def test_the_list_below_a_summarys_heading_is_no_story_and_later_lists_are() -> None:
    lines = [
        Line("Ringkasan Berita:", "p"),
        Line("Iuran dibayar daerah", "li"),
        Line("Pemkab meneken perjanjian itu, Senin.", "p"),
        Line("Kartu keluarga", "li"),
    ]
    kept, _ = without_boilerplate(lines)
    assert [line.text for line in kept] == [lines[2].text, lines[3].text]
