"""Goods of the shell of a house. One row per family: names in ru, zh, en, unit, pack, code, brands, variants.

A variant is `values:price:kilograms`, price in roubles; values are parted by `;`, `_` is a space, `@word` comes from
the lexicon, `~` in a name is the brand, `#0` `#1` are the values.
"""

MIXES = """
Штукатурка гипсовая ~, #0 кг|~ 抹灰石膏 #0kg|Gypsum plaster ~, #0 kg|bag|40|GP|baumark terraplus:.93 gipsol:.88|5:118:5 15:226:15 30:378:30
Штукатурка цементная фасадная ~, #0 кг|~ 外墙水泥抹灰砂浆 #0kg|Cement facade render ~, #0 kg|bag|48|CR|baumark terraplus:.91|5:104:5 25:312:25 30:356:30
Шпатлёвка гипсовая финишная ~, #0 кг|~ 找平石膏 #0kg|Gypsum finishing filler ~, #0 kg|bag|48|GF|baumark gipsol:.9 terraplus:.94|5:139:5 15:298:15 20:371:20 25:442:25
Шпатлёвка полимерная финишная ~, #0 кг|~ 耐水腻子粉 #0kg|Polymer finishing filler ~, #0 kg|bag|48|PF|baumark terraplus:.92|5:198:5 20:598:20 25:712:25
Шпатлёвка готовая ~, ведро #0 кг|~ 成品腻子膏 #0kg/桶|Ready-mixed filler ~, pail #0 kg|pail|33|RF|baumark kolorit:.9|1.5:214:1.6 5:489:5.2 16:1190:16.5 25:1690:25.6
Клей для плитки ~ #0, #1 кг|~ 瓷砖胶 #0 #1kg|Tile adhesive ~ #0, #1 kg|bag|56|TA|baumark terraplus:.9 steinfix:1.07|C0;25:258:25 C1;25:329:25 C1T;25:378:25 C2TE;25:542:25 C2TE_S1;25:896:25 C1;5:122:5
Клей для газобетона ~ #0, 25 кг|~ 加气块粘结剂 #0 25kg|Aerated block adhesive ~ #0, 25 kg|bag|56|BA|baumark terraplus:.92|@summer:274:25 @winter:318:25
Клей для теплоизоляции ~ #0, 25 кг|~ 保温板#0砂浆 25kg|Insulation adhesive ~ #0, 25 kg|bag|56|IA|baumark steinfix:1.06|@gluing:389:25 @reinforcing:462:25
Наливной пол ~, слой #0 мм, #1 кг|~ 自流平水泥 #0mm #1kg|Self-levelling floor ~, #0 mm, #1 kg|bag|48|SL|baumark terraplus:.93|2–20;20:438:20 5–80;25:396:25 10–100;25:352:25 3–50;20:415:20
Пескобетон М300 ~, #0 кг|~ M300 干混混凝土 #0kg|Sand concrete M300 ~, #0 kg|bag|40|SC|terraplus kamen:.93|25:159:25 40:228:40
Смесь кладочная М#0 ~, #1 кг|~ 砌筑砂浆 M#0 #1kg|Masonry mortar M#0 ~, #1 kg|bag|48|MM|terraplus kamen:.92|150;25:166:25 150;40:239:40 200;25:184:25
Затирка для швов ~ «#0», 2 кг|~ 填缝剂 #0 2kg|Tile grout ~, #0, 2 kg|bag|10|GR|steinfix baumark:.9|@white:248:2 @grey:248:2 @anthracite:276:2 @beige:262:2 @caramel:262:2 @cocoa:276:2 @terracotta:276:2
Гидроизоляция обмазочная ~ #0, #1 кг|~ #0防水涂料 #1kg|Waterproofing ~, #0, #1 kg|pail|20|WP|steinfix baumark:.91|@cement;20:1180:20 @elastic;7:1860:7.3 @elastic;15:3420:15.4
Грунтовка глубокого проникновения ~, #0 л|~ 渗透型界面剂 #0L|Deep-penetration primer ~, #0 l|can|24|PR|baumark kolorit:.86 steinfix:1.12|1:129:1.05 3:296:3.1 5:418:5.2 10:735:10.3
Бетонконтакт ~, #0 кг|~ 混凝土界面剂 #0kg|Bonding primer ~, #0 kg|pail|33|BC|baumark kolorit:.9|3:412:3.2 6:765:6.3 12:1390:12.5 20:2180:20.8
Цемент ЦЕМ II/А-Ш 42,5Н ~, #0 кг|~ P·O 42.5 普通硅酸盐水泥 #0kg|Cement CEM II/A-S 42.5N ~, #0 kg|bag|40|CM|kamen terraplus:1.02|25:312:25 50:598:50
"""

FASTENERS = """
Саморез ГКЛ–металл #0, чёрный, #1 шт.|石膏板自攻螺钉 #0 磷化 #1支/盒|Drywall screw for metal #0, black, #1 pcs|pack|10|SGM|metiz|3.5×25;1000:436:1.15 3.5×35;1000:548:1.6 3.5×45;500:362:1.05 3.5×55;500:428:1.25 4.2×70;200:296:.95 4.2×75;200:324:1.05
Саморез ГКЛ–дерево #0, чёрный, #1 шт.|木工纤维板钉 #0 磷化 #1支/盒|Drywall screw for wood #0, black, #1 pcs|pack|10|SGD|metiz|3.5×25;1000:441:1.2 3.5×35;1000:556:1.65 3.5×45;500:371:1.1 3.5×55;500:436:1.3 4.2×75;200:331:1.08 4.8×100;100:312:1.1 4.8×150;50:284:.9
Саморез универсальный #0, жёлтый цинк, #1 шт.|十字沉头自攻螺钉 #0 镀彩锌 #1支/盒|Universal screw #0, yellow zinc, #1 pcs|pack|10|SUN|metiz fastex:1.09|3×20;500:198:.4 3.5×30;500:254:.62 4×40;500:372:1.1 4×50;300:298:.82 5×60;200:316:1 5×80;150:342:1.05 6×100;100:418:1.35 6×120;80:446:1.3
Саморез кровельный 4,8×#0, RAL #1, 250 шт.|彩钢瓦自攻钉 4.8×#0 RAL #1 250支/盒|Roofing screw 4.8×#0, RAL #1, 250 pcs|pack|8|SKR|metiz|29;8017:798:1.5 29;7024:798:1.5 29;6005:798:1.5 29;3005:798:1.5 35;8017:872:1.7 35;7024:872:1.7 35;6005:872:1.7 51;8017:1120:2.3 51;7024:1120:2.3
Саморез с прессшайбой 4,2×#0, #1, #2 шт.|华司头自攻钉 4.2×#0 #1 #2支/盒|Wafer-head screw 4.2×#0, #1, #2 pcs|pack|10|SPW|metiz fastex:1.07|13;@sharp;1000:489:1.4 16;@sharp;1000:538:1.6 19;@sharp;500:298:.9 25;@sharp;500:362:1.1 13;@drill;1000:526:1.4 16;@drill;1000:579:1.6 19;@drill;500:318:.9
Дюбель-гвоздь #0, потай, #1 шт.|锤击式膨胀钉 #0 #1支/盒|Hammer-in fixing #0, countersunk, #1 pcs|pack|12|DGV|fastex metiz:.88|6×40;100:148:.42 6×60;100:196:.6 6×80;100:254:.82 8×60;100:318:1.05 8×80;50:214:.72 8×100;50:262:.9 8×120;50:318:1.1
Дюбель распорный #0, полипропилен, #1 шт.|塑料膨胀管 #0 #1只/袋|Nylon plug #0, #1 pcs|pack|20|DRS|fastex|5×25;500:164:.25 6×30;500:212:.4 6×40;500:268:.55 8×40;300:284:.6 8×60;200:276:.65 10×50;100:192:.5 12×70;50:198:.55
Дюбель для теплоизоляции 10×#0, #1, 100 шт.|保温钉 10×#0 #1 100支/袋|Insulation fixing 10×#0, #1, 100 pcs|pack|6|DTI|fastex|90;@plasticnail:438:1.2 120;@plasticnail:512:1.5 140;@plasticnail:586:1.7 160;@plasticnail:668:1.9 120;@metalnail:986:3.2 140;@metalnail:1090:3.6 160;@metalnail:1240:4.1 180;@metalnail:1390:4.6 200;@metalnail:1560:5.2
Анкерный болт с гайкой #0|膨胀螺栓 M#0|Sleeve anchor with nut #0|pc|50|ABG|fastex|8×40:8.4:.03 8×65:10.9:.04 10×77:18.6:.07 10×97:22.4:.09 12×99:31.8:.12 12×129:38.5:.16 16×111:62.4:.25 16×180:89.6:.36 20×200:158:.68
Анкер клиновой #0, цинк|楔形锚栓 #0 镀锌|Wedge anchor #0, zinc|pc|50|AKL|fastex steinfix:1.15|M8×75:21.6:.05 M10×95:34.8:.08 M12×110:54.2:.13 M12×150:68.9:.17 M16×145:118:.3
Болт DIN 933 #0, кл. 8.8, цинк|外六角螺栓 DIN933 #0 8.8级 镀锌|Hex bolt DIN 933 #0, class 8.8, zinc|kg|5|BLT|metiz|M6×20:286:1 M6×30:279:1 M8×20:254:1 M8×30:248:1 M8×40:246:1 M10×30:238:1 M10×50:234:1 M12×40:232:1 M12×60:229:1 M16×60:228:1
Гайка DIN 934 #0, цинк|六角螺母 DIN934 #0 镀锌|Hex nut DIN 934 #0, zinc|kg|5|GAI|metiz|M5:342:1 M6:298:1 M8:264:1 M10:252:1 M12:248:1 M16:246:1
Шайба #0 #1, цинк|平垫圈 #0 #1 镀锌|Washer #0 #1, zinc|kg|5|SHB|metiz|DIN_125;M6:312:1 DIN_125;M8:286:1 DIN_125;M10:274:1 DIN_125;M12:268:1 DIN_9021;M6:318:1 DIN_9021;M8:296:1 DIN_9021;M10:288:1
Шпилька резьбовая DIN 975 #0×#1, цинк|全牙丝杆 DIN975 #0×#1 镀锌|Threaded rod DIN 975 #0×#1, zinc|pc|25|SHP|metiz|M6;1000:46:.17 M8;1000:72:.31 M8;2000:146:.62 M10;1000:112:.49 M10;2000:226:.98 M12;1000:164:.72 M16;1000:298:1.3
Гвозди строительные #0, 5 кг|圆钢钉 #0 5kg/盒|Wire nails #0, 5 kg|box|4|GVZ|metiz|2.5×60:586:5 3×80:562:5 3.5×90:556:5 4×100:548:5 4×120:548:5 5×150:552:5
Уголок крепёжный усиленный #0|加强角码 #0|Reinforced angle bracket #0|pc|50|UGK|metiz fastex:1.12|50×50×35:24.6:.06 70×70×55:48.2:.14 90×90×40:56.8:.15 90×90×65:78.4:.22 105×105×90:112:.32
Лента перфорированная #0, #1 м|打孔钢带 #0 #1m|Perforated strap #0, #1 m|roll|10|LPF|metiz|12×0.5;25:298:1.1 17×0.5;25:386:1.5 20×0.7;25:612:2.6 30×0.7;25:894:3.9
Заклёпка вытяжная #0, #1, 500 шт.|抽芯铆钉 #0 #1 500只/盒|Blind rivet #0, #1, 500 pcs|pack|10|ZKL|fastex|3.2×8;@aluminium:348:.4 4×10;@aluminium:486:.7 4.8×12;@aluminium:698:1.1 3.2×8;RAL_8017:468:.4 3.2×8;RAL_7024:468:.4
"""

DRYWALL = """
Гипсокартон ~ #0 #1 мм, 1200×#2|~ #0石膏板 #1mm 1200×#2|Plasterboard ~ #0, #1 mm, 1200×#2|sheet|52|GKL|gipsol baumark:1.08|@plain;9.5;2500:352:19.8 @plain;12.5;2500:389:26.1 @plain;12.5;3000:468:31.3 @moist;12.5;2500:512:27.3 @moist;9.5;2500:468:20.4 @fire;12.5;2500:598:29.4
Профиль потолочный ПП 60×27, #0 м, #1 мм|吊顶副龙骨 60×27 #0m #1mm|Ceiling profile CD 60×27, #0 m, #1 mm|pc|12|PP|profstal kamen:.86|3;0.4:142:1.24 3;0.5:178:1.56 3;0.6:212:1.86 4;0.6:286:2.48
Профиль направляющий ПН 28×27, #0 м, #1 мм|边龙骨 28×27 #0m #1mm|Ceiling track UD 28×27, #0 m, #1 mm|pc|24|PN|profstal kamen:.86|3;0.4:96:.82 3;0.5:118:1.02 3;0.6:142:1.2
Профиль стоечный ПС #0×50, #1 м, 0,6 мм|竖向轻钢龙骨 #0×50 #1m 0.6mm|Stud profile CW #0×50, #1 m, 0.6 mm|pc|8|PS|profstal|50;3:262:2.19 50;4:352:2.92 75;3:316:2.55 75;4:424:3.4 100;3:372:2.88 100;4:498:3.84
Профиль направляющий ПН #0×40, 3 м, 0,6 мм|天地轻钢龙骨 #0×40 3m 0.6mm|Track profile UW #0×40, 3 m, 0.6 mm|pc|8|PNW|profstal|50:218:1.83 75:268:2.19 100:312:2.55
Подвес прямой 60×27, #0 мм|直吊件 60×27 #0mm|Direct hanger 60×27, #0 mm|pc|100|PDV|profstal|0.6:7.9:.05 0.8:10.4:.07 0.9:11.8:.08
Соединитель профиля 60×27 #0|60龙骨#0连接件|Connector 60×27, #0|pc|100|KRB|profstal|@crab:12.6:.05 @twolevel:14.2:.05 @straight:9.8:.04
Маяк штукатурный #0 мм, 3 м, #1|抹灰冲筋条 #0mm 3m #1|Plaster bead #0 mm, 3 m, #1|pc|50|MAK|profstal|6;@economy:28.4:.14 6;@zinc:38.6:.2 10;@economy:33.2:.17 10;@zinc:46.8:.24
Угол перфорированный #0, 3 м|#0护角 3m|Corner bead, #0, 3 m|pc|50|UGL|profstal|@aluminium:62:.18 @zinc:54:.28 @meshpvc:71:.16
Лента серпянка 45 мм × #0 м|玻纤接缝带 45mm×#0m|Joint tape 45 mm × #0 m|roll|24|SRP|nordflex|20:74:.1 45:142:.2 90:256:.4
Плита цементная ~, #0×1200×#1|~ 水泥压力板 #0×1200×#1|Cement board ~, #0×1200×#1|sheet|30|CPL|steinfix|8;2400:1680:29 10;2400:1980:36 12.5;2400:2290:43
Лист гипсоволокнистый ~ #0 мм, 1200×2500, #1|~ 纤维石膏板 #0mm 1200×2500 #1|Gypsum fibreboard ~ #0 mm, 1200×2500, #1|sheet|40|GVL|gipsol|10;@plain:742:36 12.5;@plain:868:45 10;@moist:848:36 12.5;@moist:976:45
"""

INSULATION = """
Минплита ~ Фасад #0, #1 мм, 1000×600|~ 外墙岩棉板 #0 #1mm 1000×600|Stone wool ~ Facade #0, #1 mm, 1000×600|pack|16|MPF|isolar polarit:.94|110;50:1240:16.5 110;100:1260:16.8 135;50:1560:20 135;100:1590:20.4 135;150:1620:20.8
Минплита ~ Лайт #0 мм, 1000×600, #1 м²|~ 轻质岩棉板 #0mm 1000×600 #1㎡/包|Stone wool ~ Light #0 mm, 1000×600, #1 m²|pack|16|MPL|isolar polarit:.92|50;6:986:12 100;3:998:12 150;2.4:1160:14 50;8:1290:16
Минвата рулонная ~ #0 мм, 1,2×#1 м|~ 玻璃棉卷毡 #0mm 1.2×#1m|Glass wool roll ~ #0 mm, 1.2×#1 m|roll|18|MVR|polarit|50;16.6:1890:11 100;8.3:1880:11 50;20:2140:13.2 150;5.5:1960:11.5
Экструзионный пенополистирол ~ #0 мм, 1185×585|~ XPS 挤塑板 #0mm 1185×585|Extruded polystyrene ~ #0 mm, 1185×585|pack|12|XPS|polarit isolar:1.05|20:1980:8 30:1960:8.1 40:1990:8.2 50:2010:8.4 80:2060:8.6 100:2080:8.8
Пенопласт ППС-#0, #1 мм, 1000×1000|EPS 泡沫板 #0 #1mm 1000×1000|Expanded polystyrene PPS-#0, #1 mm, 1000×1000|sheet|20|PPS|isolar|10;30:98:.3 10;50:162:.5 10;100:324:1 16F;50:248:.8 16F;100:496:1.6 25;50:348:1.25
Подложка вспененный полиэтилен #0 мм, 1×#1 м|PE 泡棉地垫 #0mm 1×#1m|Foam underlay #0 mm, 1×#1 m|roll|10|PPE|nordflex|2;50:742:1.5 3;50:986:2.2 5;50:1560:3.6 10;25:1580:3.6
Мембрана ~ #0, #1 м²|~ #0膜 #1㎡|Membrane ~, #0, #1 m²|roll|20|MEM|nordflex isolar:1.08|@wind;70:2140:6.5 @wind;35:1180:3.3 @vapour;70:1680:6 @vapour;35:926:3.1 @super;75:6480:11
Плита PIR ~ #0 мм, 1200×600, фольга|~ 聚氨酯复合板 #0mm 1200×600 铝箔|PIR board ~ #0 mm, 1200×600, foil|sheet|12|PIR|polarit|30:786:1 50:1190:1.6 100:2180:3.1
"""

ROOFING = """
Металлочерепица ~ 0,5 мм, #0, лист #1 мм|~ 0.5mm 彩钢仿古瓦 #0 长#1mm|Metal tile ~ 0.5 mm, #0, sheet #1 mm|sheet|50|MCH|tegula|@choc;1200:892:6.2 @choc;2250:1660:11.6 @choc;3650:2690:18.8 @graphite;1200:892:6.2 @graphite;2250:1660:11.6 @graphite;3650:2690:18.8 @wine;2250:1660:11.6 @moss;2250:1660:11.6
Профнастил С8 0,45 мм #0, 1200×#1|彩钢压型板 YX8 0.45mm #0 1200×#1|Corrugated sheet C8 0.45 mm, #0, 1200×#1|sheet|50|PC8|tegula profstal:.95|@zinc;2000:986:8.9 @choc;2000:1240:9.2 @moss;2000:1240:9.2 @graphite;2000:1260:9.2
Профнастил С21 0,5 мм #0, 1051×#1|彩钢压型板 YX21 0.5mm #0 1051×#1|Corrugated sheet C21 0.5 mm, #0, 1051×#1|sheet|40|PC21|tegula|@zinc;3000:1690:15.5 @choc;3000:2140:15.9 @graphite;3000:2160:15.9 @choc;6000:4270:31.8
Черепица гибкая ~ #0, 3 м²|~ 沥青瓦 #0 3㎡/包|Shingles ~, #0, 3 m²|pack|32|CHG|tegula nordflex:.9|@brown:2190:25.5 @graphite:2190:25.5 @wine:2260:25.5 @moss:2260:25.5
Конёк #0, 0,5 мм, #1, 2 м|#0脊瓦 0.5mm #1 2m|Ridge cap, #0, 0.5 mm, #1, 2 m|pc|20|KNK|tegula|@halfround;@choc:968:2.6 @halfround;@graphite:968:2.6 @flat;@choc:612:1.9 @flat;@graphite:612:1.9 @flat;@moss:612:1.9
Планка #0, #1, 2 м|#0包边 #1 2m|Trim, #0, #1, 2 m|pc|20|PLN|tegula|@eaves;@choc:398:1.2 @eaves;@graphite:398:1.2 @gable;@choc:446:1.4 @gable;@graphite:446:1.4 @valley;@choc:786:2.8 @valley;@graphite:786:2.8 @wallend;@choc:452:1.5
Водосток ~ ПВХ, #0, #1|~ PVC 天沟系统 #0 #1|PVC gutter system ~, #0, #1|pc|10|VDS|nordflex|@gutter3;@white:648:2.1 @gutter3;@brown:648:2.1 @pipe3;@white:782:2.4 @pipe3;@brown:782:2.4 @funnel;@brown:312:.3 @bracket;@brown:98:.1 @elbow;@brown:246:.2 @gutterjoint;@brown:268:.2
Лист битумный волнистый ~, #0, 950×2000|~ 沥青波形瓦 #0 950×2000|Bitumen corrugated sheet ~, #0, 950×2000|sheet|60|LBV|nordflex|@brown:812:6.4 @moss:812:6.4 @wine:812:6.4
Наплавляемая кровля ~ #0, #1 м²|~ SBS 改性沥青防水卷材 #0 #1㎡|Torch-on membrane ~ #0, #1 m²|roll|20|NPK|tegula nordflex:.94|ТПП_2.5;15:1980:40 ТКП_3.5;10:2140:46 ЭПП_4.0;10:3260:50 ЭКП_5.0;10:3680:52
Мастика битумная ~ #0, #1 кг|~ #0沥青胶 #1kg|Bitumen mastic ~, #0, #1 kg|pail|44|MBT|tegula|@roofing;20:2480:21 @waterproof;20:2180:21 @primer;16:1960:17 @gluing2;3.6:896:3.9
"""

FACADE = """
Сайдинг виниловый ~ «#0», #1 м|~ PVC 外墙挂板 #0 #1m|Vinyl siding ~, #0, #1 m|pc|20|SDV|fasadium|@cream;3.66:286:1.6 @white;3.66:268:1.6 @sand;3.66:286:1.6 @grey;3.66:292:1.6 @olive;3.66:298:1.6 @peach;3.66:292:1.6
Панель фасадная ~ «#0», #1|~ 外墙装饰板 #0 #1|Facade panel ~ #0, #1|pc|10|PNF|fasadium|@stone;@beige:612:2.2 @stone;@grey:612:2.2 @brick;@red:586:2.1 @brick;@white:586:2.1 @rubble;@graphite:648:2.4 @rubble;@sand:648:2.4
Планка для сайдинга #0, #1|挂板#0条 #1|Siding trim, #0, #1|pc|20|PSD|fasadium|@jtrim;@white:198:.6 @jtrim;@cream:212:.6 @starter;@white:176:.5 @outcorner;@white:498:1.3 @outcorner;@cream:512:1.3 @incorner;@white:386:1 @htrim;@white:412:1
Софит виниловый ~ #0, #1, 3 м|~ PVC 檐口板 #0 #1 3m|Vinyl soffit ~, #0, #1, 3 m|pc|20|SFT|fasadium|@perforated;@white:512:2.4 @perforated;@brown:542:2.4 @solid;@white:498:2.4 @solid;@brown:528:2.4
Сетка фасадная #0 г/м², 1×#1 м|外墙耐碱网格布 #0g/㎡ 1×#1m|Facade mesh #0 g/m², 1×#1 m|roll|30|STF|nordflex fasadium:1.06|75;50:1280:3.9 145;50:2190:7.4 160;50:2380:8.1 165;50:2460:8.3 320;25:2740:8.1
Штукатурка декоративная ~ #0 #1 мм, 25 кг|~ #0 质感涂料 #1mm 25kg|Decorative render ~, #0, #1 mm, 25 kg|bag|48|SHD|baumark steinfix:1.05|@barkbeetle;2.0:612:25 @barkbeetle;2.5:612:25 @pebble;2.0:636:25 @pebble;3.0:636:25
Профиль цокольный #0 мм, 2,5 м|铝合金起步条 #0mm 2.5m|Base profile #0 mm, 2.5 m|pc|20|PCK|profstal|53:298:.5 103:486:.9 153:698:1.4
Плитка фасадная битумная ~ «#0», 2 м²|~ 沥青外墙砖 #0 2㎡/包|Bitumen facade tile ~, #0, 2 m²|pack|36|PFB|tegula|@red:1780:17 @sand:1780:17 @graphite:1820:17
"""
