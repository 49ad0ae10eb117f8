"""Given names by sex, for "he" and "she": common ones of English, and of the world's news."""

from __future__ import annotations

FEMALE = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy
    amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn
    janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn
    judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann anne kathryn abigail
    sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie
    theresa diana brittany kayla alexis lori hillary melania ivanka kellyanne carly nikki condoleezza kamala tulsi
    kirsten claire susana loretta debbie donna huma cheryl katrina megyn rachel savannah gwen martha dana chelsea
    tiffany ivana angela theresa marine ursula christine jacinda aung benazir fatima fatemeh zahra zeinab
    maryam leila layla aisha khadija sana nour hanan rania asma amal mona nadia samira yasmin marzieh masoumeh
    shirin narges nasrin parisa sofia elena olga natalia svetlana tatiana irina ekaterina yulia oksana anastasia
    marie claire sophie isabelle nathalie camille juliette carmen lucia pilar mercedes ana beatriz dilma cristina
    michele giulia francesca chiara ingrid greta astrid helga heidi petra monika sabine priya indira sonia sushma
    pratibha mei ling yuki keiko naomi loretta erin caitlin caroline kate katie kathy becky peggy sally sue tina
    wendy vanessa valerie tracy tammy stacy sheila rosa roberta rita renee paula phyllis norma molly misty meredith
    marjorie marcia lynn lucy leslie lena kristen kristin kim kerry julianne jill jenny jeanne jane jan irene
    helen gail faith eva ellen elaine eleanor edith doris dolores delores dawn daisy crystal connie colleen cindy
    charlene celeste cathy cassandra candace bonnie bethany beth barbra audrey april annie anita amelia alyssa
    allison alicia alexandra adrienne gina haley hailey holly jodi josephine joni juanita karla kendra krista
    lorraine lydia marian marianne miranda miriam monica natasha nina nora pam penny priscilla regina rosemary
    roxanne sonya stella susie suzanne sylvia tara toni trisha vera veronica vicki vivian yolanda yvonne
    zoe maggie meg mitzi nan nita nydia barb bobbi christy debby deb elise elisa elizabeta gabrielle gayle
    ginny gretchen harriet ida imelda jo joanna joanne joann kellie latoya lara leah liz lois madeleine mimi neera
    ada adele adriana agatha agnes alejandra alina alison allie allyson alma amina amira angelica angelina
    annabelle annette antoinette anya aparna ariana arlene asha aurora ava ayesha bea beatrice belinda bella
    bernadette bernice bertha bessie bianca blanca blanche bonita brianna brianne bridget brigitte candice
    carina carla carmela carrie cecilia celia chantal chloe christie christyn ciara clara clarissa claudette
    claudia constance consuelo cora coretta corinne courtney daniela daphne darlene deanna deirdre delia
    delilah della desiree dina dolly donatella dora doreen edna eileen eliza ella eloise elsa elsie elvira
    emilia erica erika esmeralda estelle esther ethel eugenia eunice eve evangeline farah faye felicia
    felicity fern fiona flora florence fran francine frieda gabriela gemma geneva genevieve geraldine
    germaine gertrude gia gilda gillian ginger giselle gladys glenda glenna golda guadalupe gwendolyn halima
    hattie hazel helena henrietta hilda honor ilana ilse ilyse ina inez iris irma isabel ivy jada jamila
    jana janelle janine jasmine jeanette jenna jennie jocelyn jodie johanna jolene josefina josie juliana
    juliet justine kara karin karolina katharine keisha kelli kelsey kristi kristina kristine kyra lana
    laila lea leonora leticia lidia lila lillian lilly lily lisette liza lola lottie louisa louise lourdes
    lucille lucinda luisa lupita lynette lynne mabel macy maddie madeline mae magdalena maia malala malia
    mamie mandy mara marcella margaretta margarita margery margot mariam mariana marina marisa marissa marla
    marlene marsha marta martina matilda mattie maud maura maureen mavis maxine maya mckenzie meghan melinda
    melody meryl mia mildred millie mina mindy minerva moira monique morgana muriel myra myrna nadine nadja
    nanette nellie nia nicolette noelle noor noreen nyla octavia odessa ophelia oprah paige patrice patsy
    patti paulette pauline pearl penelope phoebe polly portia queenie rachelle ramona randi raquel reba rena
    renata rhea rhoda rhonda robyn rochelle ronda rosalie rosalind rosalyn rosanna rose roseann roseanne
    rosemarie rosie ruby sabrina sadie salma saoirse selena selma serena shanna sharlene shauna shelly sheri
    sherri sherry sheryl shonda simone sonja stacey susanna suzette sybil tabitha tamara tameka tamika tania
    tanya terri tess tessa thelma tia tonya tracey tricia trina trudy twila valeria velma verna vickie vicky
    viola violet viviane wanda wendi wilhelmina willa wilma winifred winona yvette zara zeynep zelda zora
    """

MALE = """james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond
    jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian
    keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe
    logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene
    barack bernie ted marco jeb mitt newt rand chris mike tim bill bob jim tom ben rick dick don dan dave ron ken greg
    jeff steve matt nick tony andy fred harry barry lindsey mitch orrin lamar reince corey paul vladimir sergey
    dmitry mikhail boris igor ivan alexei andrei yuri nikolai viktor oleg pavel bashar saddam muammar hosni mohammed
    mohammad muhammad mohamed ahmed ahmad ali hassan hussein hossein reza mahmoud javad saeed abbas abdullah abdul
    ibrahim khalid khaled omar osama yusuf yousef mustafa mehdi majid hamid karim nasser tariq salman faisal bandar
    ebrahim qassem esmail alireza amir bahram behrouz cyrus dariush farhad habib hojjat kamal kazem mohsen morteza
    mostafa nader rahim rouhollah ruhollah sadegh sadeq seyed seyyed sayyid yahya zia benjamin bibi ehud shimon ariel
    yitzhak avigdor moshe isaac jacques francois françois emmanuel nicolas pierre jean-claude michel alain gerard
    luis carlos miguel jorge pedro fernando enrique felipe hugo fidel raul raúl nicolás evo rafael mariano antonio
    angel javier manuel ricardo roberto alberto giuseppe matteo silvio paolo mario luigi franco giorgio hans helmut
    gerhard wolfgang klaus jurgen jürgen otto friedrich heinrich karl olaf recep tayyip narendra rahul manmohan pervez
    nawaz imran ashraf hamid shinzo junichiro xi jinping hu wen deng kofi nelson jacob cyril robert emmerson
    brad brent brett cal cameron chad chuck clay cliff clint cody colin craig curt curtis dale damon darren
    darryl dean derek devin dirk drew duane dustin dwight earl eddie edgar edwin eli elliott elliot ernest evan floyd
    francis gavin gene geoffrey gilbert glen glenn gordon graham guy harvey hector herb herbert herman howard
    hugh ian irving jake jared jay jed jeremiah jerome jimmy joel johnny jon josh julian julio kirk kurt lance
    leo leon leonard leroy lester lewis lloyd lou louis lucas luke luther malcolm marc marcus martin marvin maurice
    max melvin micah milton morris ned neal neil nelson noel norman oliver oscar owen perry phil preston ray reggie
    rex rob rod rodney rodrigo ross ruben rudy rupert rush russ sam sanford saul seth shane shawn sheldon sid sidney
    simon spencer stan stanley stuart ted terrence theodore todd toby travis trent trevor troy ulysses vernon
    victor wade wallace warren wendell wesley wilbur woody zach bret sherrod cory elijah jerrold trey
    kasim deray tavis cornel al alec alfred allan allen alvin amos andre arnold ash bart bernard blake boyd buddy burt
    cecil chester claude clarence clark clayton clifford conrad cornelius dominic donnie doug eliot emanuel emil eric
    aamir abel abraham abram adel adil aditya adolfo adrian aidan ajay akbar alejandro alessandro alexey
    alfonso alfredo alistair alonzo alphonse alton alvaro amadou amar ambrose amit anatoly anderson andreas
    andrey angelo angus anil ansel antoine anton antonin anwar archie arjun armando arnaud arne arnie arsen
    artem arturo arvind asad ashok aslan augustus aurelio avi axel aziz baltasar barnaby barney barrett
    bartholomew bashir basil beau benedict benicio benito bennett benny bernd bernhard bertrand bjorn bogdan
    braden bradford brady bram branko brendan brennan brock bronson bruno bryant bryce byron caleb calvin
    camilo carlo carlton carsten casper cedric cesar chaim chandler charlie chet christof christophe ciro
    clement clive clyde cole colm connor conor constantine cosmo crispin cristobal daisuke damian damien
    danilo danny dante daoud darin dario darius darnell darrell delbert demetrius denis denny denzel derrick
    desmond devon dexter diego dieter dietrich dillon dimitri dinesh dmitri dominick donovan dossym dudley
    duncan dwayne ed edgardo edmond edmund eduardo efrain egon elbert elias ellis elmer elmo elton emerson
    emiliano emilio emmett enrico ephraim erich ernesto ernie ervin esteban everett evgeny ezra fabian fabio
    farid farouk federico felix ferdinand fergus filip finn fletcher florent florian forrest francesco
    francisco frankie franz freddie freddy frederic frederick frederik fritz fyodor gareth garrett garth
    geoff gerry gideon giles gino giovanni gorka grady gregg gregor griffin guillermo gunnar gunther gus
    gustav gustavo hakeem hakim hal hamza hank harald harlan harley harrison hasan heinz hendrik henri
    henrik hernan hillel hiram hiro hiroshi horace horst hubert ignacio ike ira irwin isaiah ishmael ismail
    ivo jabari jaime jamaal jamal jarrett jarrod jasper jean-pierre jefferson jeffery jens jermaine jesus
    jimmie joachim joao joaquin jock joey johan johannes jonah jonas josef josiah judah judd jude jules
    julius kareem kendrick kenji kenny khalil khizr kieran kirby konrad konstantin lars laurence laurent
    lazarus leland len lenny leonardo leonid leopold lev levi liam lionel llewellyn lorenzo luc luca lucian
    luciano ludwig lukas lyle lyndon mahmud malik manfred manny marcel marcelo marcos marius marlon marshall
    marty marv massimo mateo mathias mathieu matthias mauricio mauro maximilian maxwell mehmet merle mervyn
    mick mickey mihail mikael miles milo milos mitchell mo moammar moises monty mordecai mort morton moses
    murray myles myron nabil nate nathaniel nestor nigel nikita niklas noam nolan norbert norm nouri octavio
    olivier orlando osman oswald otis pablo paddy pascal pasquale paulo percy pete petr philippe phillip
    piotr prakash quentin quincy raffaello raghuram rahm raja rajiv ralf ramesh ramiro ramon ramzi randall
    randolph raoul raphael rashad rashid ravi raynard reginald reid reinhard richie ricky robbie robby
    roderick rodolfo roland rolf roman ronnie rory roscoe rudolf rudolph rufus rusty sadiq salvador
    salvatore sameer sami samir sammy sanjay sebastian sergei sergio seymour shamus shaun simeon slobodan
    sol solomon stefan stefano stephane stewart sundar sven tad taj takeshi teodoro terence theo theodor
    thor thurgood tito tobias tobin tod tomas tommy trevon tristan tucker ty tyrone tyson umar uri urs uwe
    vaclav vance vasily vicente vijay vikram vince vincenzo vitaly vito vivek vlad waleed walid wally walt
    werner wilfred willard winston woodrow wyatt xavier yair yanis yasser yohannes yosef youssef yukiya zack
    zaid zane zbigniew zeke zoltan
    """
