"""Electrics, plumbing, doors and windows, and what we make ourselves; the columns are told in `families_build`."""

ELECTRICS = """
Кабель ~ NYM #0, бухта #1 м|~ NYM 护套电缆 #0 #1m/盘|Cable ~ NYM #0, drum #1 m|drum|10|CB|kabelwerk|3×1.5;100:5460:13.5 3×2.5;100:8490:19.4 3×1.5;50:2780:6.8 3×2.5;50:4310:9.8 5×4;50:13900:22.6
Кабель ВВГ-Пнг(А)-LS #0, #1 м, ГОСТ|阻燃 BVVB 护套线 #0 #1m 国标|Cable VVG-Png(A)-LS #0, #1 m, GOST|drum|10|VVG|kabelwerk|2×1.5;100:3980:8.6 3×1.5;100:5690:12.1 3×2.5;100:8980:17.2 3×2.5;50:4540:8.7 3×4;100:14200:24.8 3×6;50:10700:17.2
Провод ПуГВ 1×#0, #1, #2 м|BVR 软铜线 1×#0 #1 #2m|Wire PuGV 1×#0, #1, #2 m|drum|20|PGV|kabelwerk|2.5;@white;100:2960:2.9 2.5;@blue;100:2960:2.9 4;@black;100:4680:4.5 6;@yellowgreen;100:7120:6.6
Выключатель автоматический ~ #0, #1, #2 кА|~ 小型断路器 #0 #1 #2kA|Circuit breaker ~ #0, #1, #2 kA|pc|12|SW|voltra elmont:.82|C6;1P;6:228:.12 C10;1P;6:218:.12 C16;1P;6:212:.12 C25;1P;6:212:.12 C32;1P;6:226:.12 C25;3P;6:698:.36 C40;3P;6:756:.36 C63;3P;6:798:.36
Дифавтомат ~ #0, 2P, 30 мА, тип #1|~ 漏电断路器 #0 2P 30mA #1型|RCBO ~ #0, 2P, 30 mA, type #1|pc|6|DA|voltra|C16;AC:1180:.2 C16;A:1460:.2 C25;A:1490:.2 C32;A:1560:.2
Щиток ~ #0 на #1 мод., IP#2|~ #0配电箱 #1回路 IP#2|Panel ~, #0, #1 modules, IP#2|pc|4|SHK|elmont|@surface;12;41:786:.9 @surface;24;41:1480:1.6 @builtin;12;41:812:1 @builtin;24;41:1520:1.7 @surface;8;65:986:.9
Розетка ~ #0, #1|~ #0 #1|Socket ~, #0, #1|pc|20|RZ|lumino|@single;@white:198:.08 @single;@graphite:248:.08 @double;@white:286:.12 @ip44;@white:346:.1 @usb;@white:1190:.11 @internet;@white:468:.07
Выключатель ~ #0, #1|~ #0开关 #1|Switch ~, #0, #1|pc|20|VK|lumino|@key1;@white:186:.08 @key2;@white:228:.09 @key1;@graphite:236:.08 @key2;@graphite:286:.09 @pass;@white:312:.08
Рамка ~ #0-местная, #1|~ #0位边框 #1|Frame ~ for #0, #1|pc|30|RM|lumino|1;@white:68:.03 2;@white:118:.05 3;@white:172:.07 2;@graphite:148:.05
Труба гофрированная #0, #1 мм, #2 м|#0波纹管 #1mm #2m|Corrugated conduit #0, #1 mm, #2 m|roll|10|GF2|nordflex|@pvcgrey;16;100:986:3.6 @pvcgrey;20;100:1290:5 @pvcgrey;25;50:968:3.4 @pndblack;20;100:1480:5.2 @pndblack;32;25:698:2.7
Коробка #0 #1|#0 #1|#0 #1|pc|50|KRB2|elmont|@socketbox;68×42:18.6:.03 @socketbox;68×60:28.4:.04 @junction;80×40:64:.06 @junction;100×100×50,_IP55:142:.14
Лампа светодиодная ~ #0, #1 Вт, #2|~ LED灯泡 #0 #1W #2|LED lamp ~ #0, #1 W, #2|pc|50|LS|lumino|A60;10;@k4000:78:.05 A60;15;@k4000:112:.07 A60;20;@k6500:148:.09 GX53;8;@k4000:98:.04 E14_C37;7;@k2700:84:.03
Прожектор светодиодный ~ #0 Вт, #1, IP65|~ LED投光灯 #0W #1 IP65|LED floodlight ~ #0 W, #1, IP65|pc|10|PRZ|lumino|20;@k6500:486:.4 30;@k6500:612:.5 50;@k6500:868:.7 100;@k6500:1690:1.4
Панель светодиодная ~ #0, #1 Вт, #2|~ LED面板灯 #0 #1W #2|LED panel ~ #0, #1 W, #2|pc|6|PSV|lumino|595×595;36;@k4000:1180:1.6 595×595;40;@k6500:1290:1.6 1195×180;36;@k4000:1240:1.5
Изолента ~ 19 мм × 20 м, #0|~ 电工胶带 19mm×20m #0|Insulating tape ~ 19 mm × 20 m, #0|pc|100|IZL|elmont|@black:78:.09 @blue:78:.09 @yellowgreen:82:.09
Стяжка кабельная ~ #0 мм, #1, 100 шт.|~ 尼龙扎带 #0mm #1 100条|Cable tie ~ #0 mm, #1, 100 pcs|pack|40|STK|elmont|2.5×150;@white:98:.06 3.6×200;@white:168:.11 3.6×300;@black:268:.19 4.8×400;@black:426:.36
"""

PLUMBING = """
Труба PP-R ~ #0, #1 мм, 4 м|~ PP-R #0管 #1mm 4m|PP-R pipe ~ #0, #1 mm, 4 m|pc|25|TPP|aquaflow|PN20;20×3.4:248:.7 PN20;25×4.2:386:1.1 PN20;32×5.4:628:1.7 PN25;20×3.4:398:.8 PN25;25×4.2:598:1.2 PN25;32×5.4:956:1.9
#0 PP-R ~ #1|~ PP-R #0 #1|PP-R #0 ~ #1|pc|50|FPP|aquaflow|@elbow90;20:12.4:.02 @elbow90;25:18.6:.03 @elbow90;32:31.2:.05 @tee;20:15.8:.03 @tee;25:24.6:.04 @tee;32:39.8:.07 @coupling;20:9.8:.01 @coupling;25:14.2:.02 @mth;20×1/2":118:.09 @mth;25×3/4":186:.13 @fth;20×1/2":98:.07 @fth;25×3/4":162:.11
Кран шаровой ~ #0, #1|~ 铜球阀 #0 #1|Ball valve ~ #0, #1|pc|12|KSH|aquaflow termoluxe:1.2|1/2";@levermf:386:.15 1/2";@leverff:372:.14 3/4";@levermf:548:.22 3/4";@leverff:532:.21 1";@leverff:898:.36 1/2";@butterfly:378:.13
Подводка гибкая #0, #1 см, #2|#0不锈钢软管 #1cm #2|Flexible hose for #0, #1 cm, #2|pc|50|PGB|aquaflow|@water;40;1/2"_@ff:148:.08 @water;60;1/2"_@ff:172:.1 @water;80;1/2"_@mf:204:.12 @gas;100;1/2"_@mf:486:.22 @mixer;60;М10:312:.14
Труба канализационная #0, #1×#2|#0排水管 #1×#2|Sewer pipe, #0, #1×#2|pc|20|TKN|aquaflow|@innerpp;50;1000:142:.35 @innerpp;50;2000:268:.7 @innerpp;110;1000:342:.9 @innerpp;110;2000:656:1.8 @outerpvc;110;2000:812:2.6 @outerpvc;160;3000:2180:7.6
#0 канализационный #1|排水#0 #1|Sewer #0 #1|pc|30|FKN|aquaflow|@bend;50×45°:48:.05 @bend;50×87°:52:.06 @bend;110×45°:108:.18 @bend;110×87°:118:.21 @tee2;50/50×87°:78:.09 @tee2;110/50×87°:168:.26 @tee2;110/110×45°:236:.38 @inspect;110:186:.3
Радиатор ~ #0 500/#1, #2 секц.|~ #0暖气片 500/#1 #2片|Radiator ~ #0 500/#1, #2 sections|pc|6|RD|termoluxe|@bimetal2;80;4:3290:6.6 @bimetal2;80;6:4920:9.9 @bimetal2;80;8:6560:13.2 @bimetal2;80;10:8190:16.5 @alu2;80;6:4180:6.3 @alu2;80;10:6960:10.5
Смеситель ~ для #0, #1|~ #0龙头 #1|Mixer ~ for #0, #1|pc|6|SM|aquaflow|@basin;@chrome:2980:1.1 @kitchen;@chrome:3460:1.3 @kitchen;@blackmatt:4680:1.3 @bath;@chrome:4890:2.1 @shower;@chrome:3980:1.6
Сифон ~ для #0|~ #0下水器|Siphon ~ for #0|pc|20|SF|aquaflow|@basin:348:.3 @kitchen:398:.4 @bath:586:.5
Полотенцесушитель ~ #0, #1|~ 毛巾架 #0 #1|Towel rail ~ #0, #1|pc|2|PS2|termoluxe|500×600;@chrome:5860:4.1 500×800;@chrome:6980:5.2 500×800;@blackmatt:8260:5.2
Бак водонагревателя ~ #0 л, #1 кВт|~ 储水式电热水器 #0L #1kW|Water heater ~ #0 l, #1 kW|pc|2|VN|termoluxe|30;1.5:10900:13.6 50;2.0:13800:17.9 80;2.0:16900:24.2
Лента ФУМ ~ #0|~ 生料带 #0|PTFE tape ~ #0|pc|100|FUM|aquaflow|12×0.075×10:28.6:.02 19×0.2×15:118:.08
Насос циркуляционный ~ #0|~ 循环泵 #0|Circulation pump ~ #0|pc|4|NC|termoluxe|25/4-180:5480:2.6 25/6-180:6280:2.9 32/8-180:9860:4.8
Коллектор ~ #0 на #1 выхода|~ 分水器 #0 #1路|Manifold ~ #0, #1 outlets|pc|6|KL|termoluxe|3/4";2:986:.5 3/4";3:1390:.7 1";4:2280:1.1
Люк ревизионный ~ #0, #1|~ 检修口 #0 #1|Access hatch ~ #0, #1|pc|10|LR|nordflex|200×200;@plastic:186:.2 200×300;@plastic:248:.3 300×300;@plastic:368:.5 400×600;@steel2:2680:4.2
"""

HARDWARE = """
Замок врезной ~ #0, #1|~ 插芯锁 #0 #1|Mortise lock ~ #0, #1|pc|12|ZV|sekura|ЗВ-4;@chrome:1180:.8 ЗВ-8;@chrome:1690:1.2 ЗВ-8;@bronze:1740:1.2 М-250;@nickel:1980:1.3
Цилиндр ~ #0, #1|~ 锁芯 #0 #1|Cylinder ~ #0, #1|pc|20|CL|sekura|60_(30/30);@chrome:486:.18 70_(35/35);@chrome:548:.21 80_(40/40);@chrome:612:.24 60_(30/30);@brass:486:.18 70_(35/35);@knob:698:.23
Замок навесной ~ #0 мм, #1|~ 挂锁 #0mm #1|Padlock ~ #0 mm, #1|pc|24|ZN|sekura|40;@castiron:248:.2 50;@castiron:326:.3 63;@castiron:468:.5 50;@brass2:612:.3
Ручка дверная ~ #0, #1|~ #0门把手 #1|Door handle ~, #0, #1|set|12|RDV|sekura|@rosette;@chrome:986:.6 @rosette;@blackmatt:1180:.6 @rosette;@bronze:1040:.6 @plate;@chrome:868:.7 @bracket2;@blackmatt:398:.4
Петля #0 ~ #1 мм, #2|~ #0合页 #1mm #2|Hinge, #0, ~ #1 mm, #2|pc|50|PTL|sekura|@butt;100;@chrome:118:.18 @butt;100;@bronze:118:.18 @butterflyhinge;100;@brass:142:.17 @garage;140;@zinc:198:.4 @piano;1000;@zinc:286:.5
Доводчик ~ до #0 кг, #1|~ 闭门器 承重#0kg #1|Door closer ~ up to #0 kg, #1|pc|6|DV|sekura|45;@white:1480:1.3 60;@brown:1690:1.4 85;@silver:1980:1.7 120;@silver:2680:2.2
Ручка оконная ~ #0, штифт #1 мм|~ 窗把手 #0 方轴#1mm|Window handle ~, #0, spindle #1 mm|pc|50|RO|sekura|@white;35:148:.14 @brown;35:168:.14 @anthracite;37:212:.15
Ограничитель #0 ~, #1|~ #0限位器 #1|Stop for #0 ~, #1|pc|40|OGR|sekura|@window2;@white:78:.06 @door2;@chrome:124:.12
Блок дверной ~ «#0», #1×2000|~ #0室内门 #1×2000|Interior door ~ #0, #1×2000|set|10|BD|porta|@whiteash;700:5280:19 @whiteash;800:5280:21 @wenge;700:5480:19 @wenge;800:5480:21 @greyoak;800:5690:21
Лента ПСУЛ #0, #1 м|PSUL 预压膨胀密封带 #0 #1m|Expanding tape #0, #1 m|roll|20|PSU|fixprof|10×20;8:398:.2 15×30;5.6:468:.2 20×40;3.3:486:.2
Уплотнитель ~ #0, #1, #2 м|~ #0密封条 #1 #2m|Weather strip ~ #0, #1, #2 m|roll|10|UPL|nordflex|D;@white;100:1180:4.2 P;@brown;100:1090:3.6 E;@black;150:1390:4.2
Сетка москитная #0, #1 м|防蚊纱网 #0 #1m|Insect mesh #0, #1 m|roll|6|MSK|nordflex|@greyb;1.4×30:2680:4.8 @antidust;1.4×30:7980:7.2
"""

OWN = """
Подоконник ПВХ «Опора», #1 мм, #0, 6 м|鼎铂 PVC 窗台板 #1mm #0 6m|Opora PVC window sill, #1 mm, #0, 6 m|pc|20|SILL|own|@whitematt;150:1890:9.1 @whitematt;200:2480:12 @whitematt;250:3060:14.9 @whitematt;300:3640:17.9 @whitematt;350:4240:20.8 @whitematt;400:4820:23.6 @whitegloss;200:3160:12 @whitegloss;250:3910:14.9 @whitegloss;300:4660:17.9 @goldenoak;200:3890:12 @goldenoak;250:4820:14.9 @goldenoak;300:5740:17.9 @marble;200:3690:12 @marble;250:4570:14.9 @marble;300:5440:17.9 @marble;400:7190:23.6
Заглушка подоконника «Опора» #0, 600 мм|鼎铂 窗台板#0封头 600mm|Opora sill end cap, #0, 600 mm|pc|50|CAP|own|@whitematt:98:.1 @goldenoak:128:.1 @marble:128:.1
Отлив оконный «Опора» #0 мм, #1, 2 м|鼎铂 #0mm 窗外披水板 #1 2m|Opora window drip sill #0 mm, #1, 2 m|pc|30|DRIP|own|100;@white:312:1.1 120;@white:362:1.3 150;@white:438:1.6 180;@white:512:1.9 200;@white:562:2.1 250;@white:688:2.6 150;@brown:452:1.6 180;@brown:528:1.9 200;@brown:578:2.1 200;@graphite:596:2.1 250;@graphite:724:2.6
Панель откосная «Опора» #0, #1 мм, 3 м|鼎铂 #0门窗套板 #1mm 3m|Opora reveal panel, #0, #1 mm, 3 m|pc|10|REV|own|@white;250:986:3.2 @white;350:1340:4.4 @white;500:1860:6.3 @goldenoak;250:1390:3.2 @goldenoak;350:1880:4.4
Профиль стартовый «Опора» #0, 3 м|鼎铂 #0起始条 3m|Opora starter profile, #0, 3 m|pc|50|ST|own|@white:118:.3 @brown:142:.3 @goldenoak:178:.3
F-профиль «Опора» #0 мм, #1, 3 м|鼎铂 F 型收边条 #0mm #1 3m|Opora F-profile #0 mm, #1, 3 m|pc|40|FP|own|40;@white:168:.5 60;@white:212:.6 60;@brown:248:.6 60;@goldenoak:312:.6
Профиль соединительный «Опора» #0, #1, 6 м|鼎铂 #0拼接型材 #1 6m|Opora joining profile, #0, #1, 6 m|pc|12|JP|own|@h60;@white:986:3.2 @h70;@white:1090:3.6 @corner90;@white:1680:5.9 @expander30;@white:1180:4.1 @expander60;@white:1790:6.4 @h60;@goldenoak:1690:3.2
Нащельник ПВХ «Опора» #0 мм, #1, #2 м|鼎铂 PVC 盖缝条 #0mm #1 #2m|Opora PVC cover strip #0 mm, #1, #2 m|roll|10|NSH|own|30;@white;50:1280:3.4 40;@white;50:1590:4.3 50;@white;50:1890:5.2 70;@white;25:1390:3.6 50;@brown;50:2180:5.2 50;@goldenoak;25:1680:2.6
Угол отделочный ПВХ «Опора» #0, #1, 2,7 м|鼎铂 PVC 装饰角线 #0 #1 2.7m|Opora PVC corner #0, #1, 2.7 m|pc|50|ANG|own|20×20;@white:68:.2 25×25;@white:82:.24 30×30;@white:98:.3 40×40;@white:128:.4 50×50;@white:162:.5 25×25;@brown:96:.24 30×30;@goldenoak:148:.3 40×40;@greyoak:196:.4
Панель стеновая ПВХ «Опора» «#0», 250×2700|鼎铂 PVC 墙板 #0 250×2700|Opora PVC wall panel, #0, 250×2700|pc|10|WPL|own|@white:286:1.6 @marble:386:1.6 @travertine:398:1.6 @bamboo:378:1.6 @greyoak:398:1.6
Смесь штукатурная гипсовая «Опора», #0 кг|鼎铂 轻质抹灰石膏 #0kg|Opora gypsum plaster, #0 kg|bag|40|OGP|own|5:102:5 15:189:15 25:272:25 30:312:30
Смесь штукатурная «Опора» #0, 25 кг|鼎铂 #0抹灰砂浆 25kg|Opora render, #0, 25 kg|bag|48|OCR|own|@facadey:286:25 @light2:312:25 @repair:342:25
Шпатлёвка «Опора» #0, #1 кг|鼎铂 #0腻子粉 #1kg|Opora filler, #0, #1 kg|bag|48|OFL|own|@gypsum;5:121:5 @gypsum;20:338:20 @polymer;5:176:5 @polymer;20:546:20 @facadeg;20:368:20
Клей для плитки «Опора» #0, #1 кг|鼎铂 瓷砖胶 #0 #1kg|Opora tile adhesive #0, #1 kg|bag|56|OTA|own|C0;25:229:25 C1;25:296:25 C1T;25:342:25 C2TE;25:486:25 C2TE_S1;25:812:25 C1;5:112:5
Клей для блоков «Опора» #0, 25 кг|鼎铂 砌块粘结剂 #0 25kg|Opora block adhesive #0, 25 kg|bag|56|OBA|own|@summer:246:25 @winter:286:25
Наливной пол «Опора», слой #0 мм, 25 кг|鼎铂 自流平 #0mm 25kg|Opora self-levelling floor #0 mm, 25 kg|bag|48|OSL|own|2–20:424:25 5–60:366:25 10–100:328:25
Пескобетон М#0 «Опора», #1 кг|鼎铂 干混砂浆 M#0 #1kg|Opora sand concrete M#0, #1 kg|bag|40|OSC|own|300;25:149:25 300;40:218:40 150;25:138:25 150;40:202:40
Клей для теплоизоляции «Опора» #0, 25 кг|鼎铂 保温板#0砂浆 25kg|Opora insulation adhesive, #0, 25 kg|bag|56|OIA|own|@gluing:352:25 @reinforcing:426:25
Грунтовка «Опора» #0, #1 л|鼎铂 #0界面剂 #1L|Opora primer, #0, #1 l|can|24|OPR|own|@universal2;5:328:5.2 @universal2;10:596:10.3 @deep;5:376:5.2 @deep;10:668:10.3
Затирка «Опора» «#0», 2 кг|鼎铂 填缝剂 #0 2kg|Opora grout, #0, 2 kg|bag|10|OGR|own|@white:218:2 @grey:218:2 @anthracite:242:2 @beige:232:2
Сетка кладочная «Опора» 50×50×#0 мм, #1|鼎铂 钢丝网片 50×50×#0mm #1|Opora masonry mesh 50×50×#0 mm, #1|pc|50|MSH2|own|3;0.38×2_@m:148:.86 3;0.5×2_@m:196:1.14 3;1×2_@m:386:2.24 4;1×2_@m:612:3.98
Маяк штукатурный «Опора» #0 мм, 3 м|鼎铂 抹灰冲筋条 #0mm 3m|Opora plaster bead #0 mm, 3 m|pc|50|OMK|own|6:34.8:.19 10:42.6:.23
Водоотвод «Опора» #0, #1|鼎铂 排水槽 #0 #1|Opora channel drain #0, #1|pc|10|WDR|own|DN100;@traygrid:1180:5.6 DN100;@trayonly:698:3.2
"""
