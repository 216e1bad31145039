"""Texts of our own writing that offices paste: public facts of 2019 in other words, and invented \
offices."""

from __future__ import annotations

NEWS = """Thứ Năm, ngày 22/08/2019

Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị phổ biến ba văn bản về đại hội đảng bộ các cấp

Sáng 21/8/2019, Đảng ủy Khối các cơ quan tỉnh đã tổ chức Hội nghị phổ biến Chỉ thị số 35-CT/TW, ngày \
30/5/2019 của Bộ Chính trị và các kế hoạch của Tỉnh uỷ, của Đảng uỷ Khối.

Dự hội nghị có các đồng chí ủy viên Ban Thường vụ Đảng ủy; ủy viên Ban Chấp hành, ủy viên Ủy ban Kiểm \
tra; trưởng, phó các ban, đoàn thể và Văn phòng; bí thư, phó bí thư chi bộ, đảng bộ cơ sở; báo cáo viên; \
cán bộ, công chức cơ quan Đảng ủy Khối. Hội nghị do đồng chí Lê Hồng Quân, Ủy viên Ban Thường vụ Tỉnh ủy, \
Bí thư Đảng ủy Khối chủ trì.

Tại hội nghị, đồng chí Đặng Văn Thoảng, Phó Bí thư Đảng ủy Khối truyền đạt Chỉ thị 35-CT/TW của Bộ Chính \
trị, Kế hoạch 129-KH/TU của Ban Thường vụ Tỉnh ủy và Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của Ban Thường \
vụ Đảng ủy Khối.

Đồng chí Đặng Văn Thoảng trình bày các văn bản tại hội nghị

Hai đơn vị được chọn làm trước. Theo kế hoạch, Đảng bộ Sở Công Thương và Chi bộ Tỉnh Đoàn tổ chức đại hội \
điểm; Đảng bộ Sở Khoa học và Công nghệ thí điểm bầu trực tiếp bí thư đảng ủy. Thời gian đại hội: chi bộ \
trực thuộc đảng ủy cơ sở: bắt đầu từ tháng 01/2020, hoàn thành trong tháng 02/2020; đảng bộ, chi bộ cơ \
sở: từ tháng 4/2020, hoàn thành trước 30/6/2020; Đại hội Đảng bộ Khối: dự kiến đầu tháng 7/2020.

Kết luận hội nghị, đồng chí Lê Hồng Quân yêu cầu cấp ủy các chi bộ, đảng bộ cơ sở phải sớm xây dựng kế \
hoạch đại hội của cấp mình, thành lập các tiểu ban giúp việc; quán triệt, triển khai nghiêm ba văn bản \
nói trên; xây dựng quy chế của tiểu ban, phân công nhiệm vụ cho từng thành viên; chuẩn bị kỹ nhân sự; dự \
thảo văn kiện, báo cáo chính trị; làm tốt đại hội điểm; nắm chắc tư tưởng cán bộ, đảng viên; khắc phục \
khó khăn.

Văn phòng Đảng ủy Khối
Tin liên quan
"""

INVITATION = """ĐẢNG BỘ TỈNH MẪU
ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH
*
Số 12-GM/ĐUK
Tỉnh Mẫu, ngày 15 tháng 8 năm 2019
GIẤY MỜI
dự Hội nghị quán triệt Chỉ thị số 35-CT/TW của Bộ Chính trị
-----
Ban Thường vụ Đảng ủy Khối trân trọng kính mời: đồng chí Hoàng Thị Mẫu, Bí thư Chi bộ Báo Mẫu
Thời gian: 8 giờ 00, sáng Thứ Tư, ngày 21/8/2019
Địa điểm: Hội trường Đảng ủy Khối, số 01 đường Mẫu
Chủ trì: Đồng chí Lê Hồng Quân, Bí thư Đảng ủy Khối
Đề nghị đồng chí đến dự đúng giờ.
Nơi nhận:
- Như trên;
- Lưu Văn phòng.
"""

PLAN = """ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH
Số 92-KH/ĐUK
Tỉnh Mẫu, ngày 19 tháng 8 năm 2019
KẾ HOẠCH
về đại hội đảng bộ các cấp
Thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị; Kế hoạch số 129-KH/TU của Ban Thường vụ \
Tỉnh ủy, Ban Thường vụ Đảng ủy Khối xây dựng kế hoạch như sau:
I- MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Đại hội tiến hành đúng nguyên tắc, thiết thực.
2. Yêu cầu
Các cấp ủy phân công rõ người, rõ việc.
II- NỘI DUNG
1. Trước đại hội (từ tháng 9/2019 đến tháng 12/2019)
- Mở lớp bồi dưỡng nghiệp vụ cho cấp ủy viên, hoàn thành trước 15/11/2019; Ban Tổ chức Đảng ủy Khối chủ trì.
- Soạn dự thảo văn kiện
2. Trong đại hội
- Chi bộ trực thuộc đảng ủy cơ sở: hoàn thành trong tháng 02/2020
- Đảng bộ, chi bộ cơ sở: từ tháng 4/2020, hoàn thành trước 30/6/2020
III- TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức Đảng ủy Khối: chủ trì, phối hợp với Văn phòng Đảng ủy Khối hướng dẫn hồ sơ nhân sự; thẩm \
định đề án nhân sự trước 31/3/2020.
2. Văn phòng Đảng ủy Khối: theo dõi, đôn đốc việc thực hiện Kế hoạch này, định kỳ báo cáo Ban Thường vụ.
"""

CONCLUSION = """Số 41-TB/ĐUK
Tỉnh Mẫu, ngày 30 tháng 9 năm 2019
THÔNG BÁO
kết luận của đồng chí Bí thư Đảng ủy tại hội nghị giao ban quý III
Chiều ngày 27/9/2019, Thường trực Đảng ủy tổ chức Hội nghị giao ban bí thư quý III tại Hội trường Đảng ủy \
Khối, dưới sự chủ trì của đồng chí Phạm Thị Mẫu, Phó Bí thư Thường trực Đảng ủy Khối.
1. Giao Ban Tuyên giáo Đảng ủy chủ trì, phối hợp với Đoàn Khối và Công đoàn viên chức tỉnh tổ chức hội \
thi báo cáo viên, hoàn thành trước ngày 31/10/2019.
2. Yêu cầu các chi bộ, đảng bộ cơ sở:
- Rà soát hồ sơ đảng viên, gửi về Ban Tổ chức chậm nhất là ngày 15/10/2019;
- Nộp đảng phí quý III.
3. Công tác chung đạt yêu cầu của Tỉnh ủy, không có vướng mắc.
"""

NOTICE = """Đảng ủy Sở Mẫu triệu tập Hội nghị học tập nghị quyết, cụ thể như sau:
1. Thời gian: từ 13h30, ngày 20/9/2019 (Thứ Năm)
2. Địa điểm: Phòng họp tầng 3
3. Thành phần:
- Đảng ủy viên, bí thư các chi bộ trực thuộc
- Toàn thể đảng viên khối văn phòng
4. Báo cáo viên: đồng chí Vũ Văn Mẫu, Phó Trưởng ban Ban Tuyên giáo Tỉnh ủy
"""

SHORT_NEWS = """15/11/2019
Ngày 14-11, Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị Ban Chấp hành lần thứ 19. Các đồng chí: Trần \
Văn Mẫu, Tỉnh ủy viên, Bí thư Đảng ủy Khối; Ngô Thị Mẫu, Phó Bí thư Đảng ủy Khối đồng chủ trì. Đại biểu \
dự có ủy viên Ban Chấp hành, trưởng các ban, chánh văn phòng.
Hội nghị thảo luận dự thảo báo cáo và đáp ứng yêu cầu đề ra. Bí thư Đảng ủy Trần Văn Mẫu phát biểu.
"""

NAMES = """DANH SÁCH ĐẠI BIỂU
1. Đ/c Nguyễn Văn Mẫu, Bí thư Chi bộ Sở Y tế
2. Đ/c Trần Thị Ví Dụ - Phó Bí thư Đảng ủy Sở Văn hóa, Thể thao và Du lịch
3. TS. Giàng A Mẫu (Trưởng ban Ban Dân tộc tỉnh)
4. Y Mẫu, sinh năm 1980, Ủy viên Ban Chấp hành Đảng bộ
"""

COLUMNS = """TT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị
1\tLò Văn Mẫu\t1975\tBí thư\tChi bộ Báo Mẫu
2\tLê Thị Thử\t12/5/1982\tChuyên viên\tVăn phòng
"""

SILENT = (
    "",
    "   \n\n\t ",
    "Đề nghị các đồng chí giữ trật tự",
    "Công ty đạt doanh thu 35.599 triệu đồng, tăng 12 % so với năm 2018.",
    "The meeting was held on Monday; all members shall submit reports.",
    "Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.",
    "Theo yêu cầu của cấp trên, đáp ứng yêu cầu nhiệm vụ, mọi việc đã xong.",
)
