"""What clerks type and what they mean by it: query | kind | how the first result's title begins.

Asked of the sample office with the records below added to it.
"""

from __future__ import annotations

PEOPLE = (
    "Nguyễn Văn Hòa", "Nguyễn Văn Hoàn", "Lê An", "Lê Anh Thư", "Hoàng Hoa Thám Ka", "Ka",
    "Phạm Lễ", "Đặng Hòa Đan", "Trần Đăng Ninh", "Uông Thúy Duyên", "Uông Thủy Duyên", "Âu Dương Đồng",
)  # fmt: skip
# type (with its code where it has two) | number | issuer ("own", "superior", "centre" or a short name) |
# code | day | subject
DIRECTIVES = (
    "Quy định/QĐi|4|centre|TW|25/7/2018|về kỷ luật phát ngôn",
    "Công văn|138|superior|TU|02/5/2019|về giữ nền nếp báo cáo",
    "Kế hoạch|3|Sở Nội vụ|ĐU|10/9/2019|về học tập chuyên đề",
    "Kế hoạch|3|Sở Tài chính|ĐU|12/9/2019|về kiểm tra tài sản công",
    "Kế hoạch|192|superior|TU|20/8/2019|về cải cách hành chính",
    "Hướng dẫn|26|Ban Tổ chức|BTCTW|18/10/2019|về nghiệp vụ công tác đảng viên",
    "Thông tri|19|Sở Y tế|ĐU|05/3/2018|về lãnh đạo bầu cử",
    "Chỉ thị|35|superior|TU|11/11/2017|về phòng chống cháy rừng",
    "Kế hoạch|101|superior|TU|tháng 5/2018|về xây dựng chi bộ kiểu mẫu",
    "Chỉ thị|17|superior|TU|03/4/2018|về an toàn thực phẩm",
    "Đề án|10|superior|TU|20/8/2018|về sắp xếp tổ chức bộ máy",
    "Công văn|1523|superior|VPTU|21/8/2019|về chuyển hồ sơ",
)

TABLE = """
# people: no accents, any case, part of the name
dang van thoang | person | Đặng Văn Thoảng
Dang Van Thoang | person | Đặng Văn Thoảng
DANG VAN THOANG | person | Đặng Văn Thoảng
đặng văn thoảng | person | Đặng Văn Thoảng
ĐẶNG VĂN THOẢNG | person | Đặng Văn Thoảng
Đặng Văn Thoảng | person | Đặng Văn Thoảng
thoang | person | Đặng Văn Thoảng
thoảng | person | Đặng Văn Thoảng
van thoang | person | Đặng Văn Thoảng
thoang dang | person | Đặng Văn Thoảng
dang thoang | person | Đặng Văn Thoảng
thoan dang van | person | Đặng Văn Thoảng
le hong quan | person | Lê Hồng Quân
hong quan | person | Lê Hồng Quân
Lê Hồng Quân | person | Lê Hồng Quân
quân lê hồng | person | Lê Hồng Quân
nguyen van hoa | person | Nguyễn Văn Hòa
nguyễn văn hoà | person | Nguyễn Văn Hòa
nguyễn văn hòa | person | Nguyễn Văn Hòa
nguyen van hoan | person | Nguyễn Văn Hoàn
le an | person | Lê An
lê an | person | Lê An
le anh | person | Lê Anh Thư
ka | person | Ka
pham le | person | Phạm Lễ
uong thuy | person | Uông Thủy Duyên
uông thúy | person | Uông Thúy Duyên
uông thuý | person | Uông Thúy Duyên
uông thủy | person | Uông Thủy Duyên
uông thuỷ | person | Uông Thủy Duyên
tran dang ninh | person | Trần Đăng Ninh
trần đăng | person | Trần Đăng Ninh
đăng ninh | person | Trần Đăng Ninh
au duong | person | Âu Dương Đồng
âu dương đồng | person | Âu Dương Đồng
y blon | person | Y Blơn Niê
y blơn niê | person | Y Blơn Niê
nie | person | Y Blơn Niê
h'lim ayun | person | H’Lim Ayun
h’lim | person | H’Lim Ayun
hlim | person | H’Lim Ayun
ayun | person | H’Lim Ayun
kbrep | person | K’Brệp
k’brệp | person | K’Brệp
giang a po | person | Giàng A Pó
giàng a | person | Giàng A Pó
vu a chu | person | Vừ A Chứ
lo van pang | person | Lò Văn Pẩng
trang seo lu | person | Tráng Seo Lử
sung thi dua | person | Sùng Thị Dúa
dinh y rin | person | Đinh Y Rin
đinh y rin | person | Đinh Y Rin
thach sa rim | person | Thạch Sa Rim
hoang o sinh | person | Hoàng Ô Sình
hoàng ô | person | Hoàng Ô Sình
le y nhi | person | Lê Ý Nhi
phan a dong | person | Phan Á Đông
bui thi en | person | Bùi Thị Ển
ma thi hac | person | Ma Thị Hặc
nong van ke | person | Nông Văn Ké
trieu thi may | person | Triệu Thị Mẩy
dang huu uoc | person | Đặng Hữu Ước
ước đặng | person | Đặng Hữu Ước
dinh quang uoc | person | Đinh Quang Ước
dang van on | person | Đặng Văn Ổn
đặng đức ổn | person | Đặng Đức Ổn
to huu thuy | person | Tô Hữu Thủy
tô hữu thuỷ | person | Tô Hữu Thủy
trinh dieu thuy | person | Trịnh Diệu Thúy
hoang kim van | person | Hoàng Kim Vân
  dang   van   thoang   | person | Đặng Văn Thoảng
# initials
nvh | person | Nguyễn Văn Hòa
NVH | person | Nguyễn Văn Hòa
n.v.h | person | Nguyễn Văn Hòa
nv hoa | person | Nguyễn Văn Hòa
nv hoan | person | Nguyễn Văn Hoàn
dvt | person | Đặng Văn Thoảng
đvt | person | Đặng Văn Thoảng
Đ.V.T | person | Đặng Văn Thoảng
dv thoang | person | Đặng Văn Thoảng
lhq | person | Lê Hồng Quân
lh quan | person | Lê Hồng Quân
tdn | person | Tạ Đức Nhân
âdđ | person | Âu Dương Đồng
# units: everyday names, abbreviations, symbols
sct | unit | Đảng bộ Sở Công Thương
SCT | unit | Đảng bộ Sở Công Thương
skhcn | unit | Đảng bộ Sở Khoa học và Công nghệ
SKHCN | unit | Đảng bộ Sở Khoa học và Công nghệ
snv | unit | Đảng bộ Sở Nội vụ
stc | unit | Đảng bộ Sở Tài chính
skhdt | unit | Đảng bộ Sở Kế hoạch và Đầu tư
skhđt | unit | Đảng bộ Sở Kế hoạch và Đầu tư
sxd | unit | Đảng bộ Sở Xây dựng
sgtvt | unit | Đảng bộ Sở Giao thông vận tải
snnptnt | unit | Đảng bộ Sở Nông nghiệp và Phát triển nông thôn
stnmt | unit | Đảng bộ Sở Tài nguyên và Môi trường
stttt | unit | Đảng bộ Sở Thông tin và Truyền thông
svhttdl | unit | Đảng bộ Sở Văn hóa, Thể thao và Du lịch
sgddt | unit | Đảng bộ Sở Giáo dục và Đào tạo
sgdđt | unit | Đảng bộ Sở Giáo dục và Đào tạo
syt | unit | Đảng bộ Sở Y tế
stp | unit | Đảng bộ Sở Tư pháp
vptu | unit | Đảng bộ Văn phòng Tỉnh ủy
ttt | unit | Đảng bộ Thanh tra tỉnh
duk | unit | Đảng bộ Khối các cơ quan tỉnh
ĐUK | unit | Đảng bộ Khối các cơ quan tỉnh
btcđuk | unit | Ban Tổ chức Đảng ủy Khối
btgduk | unit | Ban Tuyên giáo Đảng ủy Khối
vpđuk | unit | Văn phòng Đảng ủy Khối
btctu | unit | Chi bộ Ban Tổ chức Tỉnh ủy
bnctu | unit | Chi bộ Ban Nội chính Tỉnh ủy
so cong thuong | unit | Đảng bộ Sở Công Thương
Sở Công Thương | unit | Đảng bộ Sở Công Thương
sở công thương | unit | Đảng bộ Sở Công Thương
dang bo so cong thuong | unit | Đảng bộ Sở Công Thương
dang uy so cong thuong | unit | Đảng bộ Sở Công Thương
đảng uỷ sở công thương | unit | Đảng bộ Sở Công Thương
so khoa hoc | unit | Đảng bộ Sở Khoa học và Công nghệ
khoa học và công nghệ | unit | Đảng bộ Sở Khoa học và Công nghệ
so noi vu | unit | Đảng bộ Sở Nội vụ
sở ngoại vụ | unit | Chi bộ Sở Ngoại vụ
so ngoai | unit | Chi bộ Sở Ngoại vụ
tinh doan | unit | Chi bộ Tỉnh Đoàn
tỉnh đoàn | unit | Chi bộ Tỉnh Đoàn
ban to chuc | unit | Ban Tổ chức Đảng ủy Khối
ban tổ chức tỉnh ủy | unit | Chi bộ Ban Tổ chức Tỉnh ủy
ban tổ chức tỉnh uỷ | unit | Chi bộ Ban Tổ chức Tỉnh ủy
van phong | unit | Văn phòng Đảng ủy Khối
văn phòng tỉnh ủy | unit | Đảng bộ Văn phòng Tỉnh ủy
bao mau | unit | Chi bộ Báo Mẫu
báo mẫu | unit | Chi bộ Báo Mẫu
benh vien mat | unit | Đảng bộ Bệnh viện Mắt tỉnh
bệnh viện mắt | unit | Đảng bộ Bệnh viện Mắt tỉnh
cuc thue | unit | Đảng bộ Cục Thuế tỉnh
kho bac | unit | Đảng bộ Kho bạc Nhà nước tỉnh
buu dien | unit | Đảng bộ Bưu điện tỉnh
bưu điện tỉnh | unit | Đảng bộ Bưu điện tỉnh
thu vien | unit | Chi bộ Thư viện tỉnh
cap cuu 115 | unit | Chi bộ Trung tâm Cấp cứu 115 tỉnh
115 | unit | Chi bộ Trung tâm Cấp cứu 115 tỉnh
hoi luat gia | unit | Chi bộ Hội Luật gia tỉnh
hội đông y | unit | Chi bộ Hội Đông y tỉnh
dong y | unit | Chi bộ Hội Đông y tỉnh
nha khach | unit | Chi bộ Nhà khách Tỉnh ủy
uy ban kiem tra | unit | Ủy ban Kiểm tra Đảng ủy Khối
uỷ ban kiểm tra | unit | Ủy ban Kiểm tra Đảng ủy Khối
hoi cuu chien binh tinh | unit | Chi bộ Hội Cựu chiến binh tỉnh
cong doan vien chuc | unit | Công đoàn viên chức tỉnh
thi dua khen thuong | unit | Chi bộ Ban Thi đua - Khen thưởng tỉnh
van thu luu tru | unit | Chi bộ Chi cục Văn thư - Lưu trữ tỉnh
# documents by number
92 | directive | Kế hoạch 92-KH/ĐUK
92-KH | directive | Kế hoạch 92-KH/ĐUK
92 KH ĐUK | directive | Kế hoạch 92-KH/ĐUK
92kh/duk | directive | Kế hoạch 92-KH/ĐUK
92 kh duk | directive | Kế hoạch 92-KH/ĐUK
92-kh/đuk | directive | Kế hoạch 92-KH/ĐUK
92-KH/ĐUK | directive | Kế hoạch 92-KH/ĐUK
92kh/đuk | directive | Kế hoạch 92-KH/ĐUK
92khduk | directive | Kế hoạch 92-KH/ĐUK
92khđuk | directive | Kế hoạch 92-KH/ĐUK
92 - KH/ĐUK | directive | Kế hoạch 92-KH/ĐUK
92 – kh / duk | directive | Kế hoạch 92-KH/ĐUK
kh 92 | directive | Kế hoạch 92-KH/ĐUK
kh92 | directive | Kế hoạch 92-KH/ĐUK
ke hoach 92 | directive | Kế hoạch 92-KH/ĐUK
kế hoạch 92 | directive | Kế hoạch 92-KH/ĐUK
kế hoạch số 92 | directive | Kế hoạch 92-KH/ĐUK
ke hoach so 92-kh/duk | directive | Kế hoạch 92-KH/ĐUK
192 | directive | Kế hoạch 192-KH/TU
192 kh | directive | Kế hoạch 192-KH/TU
129-KH/TU | directive | Kế hoạch 129-KH/TU
129 kh tu | directive | Kế hoạch 129-KH/TU
129 | directive | Kế hoạch 129-KH/TU
35-CT/TW | directive | Chỉ thị 35-CT/TW
35 ct tw | directive | Chỉ thị 35-CT/TW
35ct/tw | directive | Chỉ thị 35-CT/TW
chi thi 35 bo chinh tri | directive | Chỉ thị 35-CT/TW
chỉ thị 35 của bộ chính trị | directive | Chỉ thị 35-CT/TW
35-ct/tw 30/5/2019 | directive | Chỉ thị 35-CT/TW
chi thi 35 ngay 30/5/2019 | directive | Chỉ thị 35-CT/TW
35-CT/TU | directive | Chỉ thị 35-CT/TU
35 ct tu | directive | Chỉ thị 35-CT/TU
chi thi so 35 cua tinh uy | directive | Chỉ thị 35-CT/TU
04-QĐi/TW | directive | Quy định 04-QĐi/TW
04-qdi/tw | directive | Quy định 04-QĐi/TW
4-QĐi | directive | Quy định 04-QĐi/TW
quy dinh 04 | directive | Quy định 04-QĐi/TW
138 - CV/TU | directive | Công văn 138-CV/TU
138 cv | directive | Công văn 138-CV/TU
cong van so 138 | directive | Công văn 138-CV/TU
Kế hoạch số 101 của Tỉnh ủy | directive | Kế hoạch 101-KH/TU
ke hoach 101 | directive | Kế hoạch 101-KH/TU
Chỉ thị số 17 | directive | Chỉ thị 17-CT/TU
chi thi 17 | directive | Chỉ thị 17-CT/TU
Đề án 10-ĐA/TU | directive | Đề án 10-ĐA/TU
de an 10 | directive | Đề án 10-ĐA/TU
đề án số 10 | directive | Đề án 10-ĐA/TU
19-TT/ĐU | directive | Thông tri 19-TT/ĐU
19 tt du | directive | Thông tri 19-TT/ĐU
26-HD/BTCTW | directive | Hướng dẫn 26-HD/BTCTW
26 hd btctw | directive | Hướng dẫn 26-HD/BTCTW
huong dan 26 | directive | Hướng dẫn 26-HD/BTCTW
Công văn số 1523 | directive | Công văn 1523-CV/VPTU
1523 | directive | Công văn 1523-CV/VPTU
214-CV/VPTU | directive | Công văn 214-CV/VPTU
214 | directive | Công văn 214-CV/VPTU
37-BC/ĐU | directive | Báo cáo 37-BC/ĐU
bao cao 37 | directive | Báo cáo 37-BC/ĐU
03-kh/du so noi vu | directive | Kế hoạch 03-KH/ĐU
03-KH/ĐU 12/9/2019 | directive | Kế hoạch 03-KH/ĐU
3 kh du tai san cong | directive | Kế hoạch 03-KH/ĐU
# documents by subject
chay rung | directive | Chỉ thị 35-CT/TU
cải cách hành chính | directive | Kế hoạch 192-KH/TU
an toan thuc pham 17 | directive | Chỉ thị 17-CT/TU
kỷ luật phát ngôn | directive | Quy định 04-QĐi/TW
# meetings and their papers
giao ban | meeting | Hội nghị giao ban bí thư quý III
hội nghị giao ban | meeting | Hội nghị giao ban bí thư quý III
giao ban quy iii | meeting | Hội nghị giao ban bí thư quý III
hoi nghi quan triet | meeting | Hội nghị quán triệt, triển khai Chỉ thị số 35-CT/TW
quán triệt chỉ thị số 35 | meeting | Hội nghị quán triệt, triển khai Chỉ thị số 35-CT/TW
dai hoi dai bieu dang bo khoi | meeting | Đại hội đại biểu Đảng bộ Khối
đại hội đại biểu lần thứ iv | meeting | Đại hội đại biểu Đảng bộ Khối
hoi nghi 21/8/2019 | meeting | Hội nghị quán triệt, triển khai Chỉ thị số 35-CT/TW
bien ban giao ban | paper | Biên bản hội nghị
biên bản hội nghị giao ban | paper | Biên bản hội nghị
giay moi chung giao ban | paper | Giấy mời chung
thong bao ket luan giao ban | paper | Thông báo kết luận
chương trình hội nghị quán triệt | paper | Chương trình hội nghị
42-TB/ĐUK | paper | Thông báo kết luận 42-TB/ĐUK
42 tb duk | paper | Thông báo kết luận 42-TB/ĐUK
18-BB/ĐUK | paper | Biên bản hội nghị 18-BB/ĐUK
166 cv | paper | Công văn chuẩn bị hội nghị 166-CV/ĐUK
# tasks and lines of plans
nhan su dai hoi | task | Làm tốt khâu chuẩn bị nhân sự
nắm chắc tình hình tư tưởng | task | Nắm chắc tình hình tư tưởng
quy che lam viec | task | Ban hành quy chế làm việc
rut kinh nghiem tu dai hoi diem | item | Rút kinh nghiệm từ đại hội điểm
thi diem dai hoi truc tiep | item | Thí điểm đại hội trực tiếp
"""

# People by post and unit: the search over everything weighs each post, a tab lists all who hold them.
POSTS = """
bi thu so cong thuong | person | Tô Thị Kim Thảo
bí thư sở công thương | person | Tô Thị Kim Thảo
pho bi thu so cong thuong | person | Tạ Tiến Ổn
bt so cong thuong | person | Tô Thị Kim Thảo
bi thu dang uy khoi | person | Lê Hồng Quân
"""

Query = tuple[str, str, str]


def queries(table: str) -> list[Query]:
    """Each line as query, kind, beginning of the title."""
    rows = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    split = [line.rsplit(" | ", 2) for line in rows]
    return [(words, kind.strip(), title.strip()) for words, kind, title in split]
