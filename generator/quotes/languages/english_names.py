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
    ginny gretchen harriet ida imelda jo joanna joanne joann kellie latoya lara leah liz lois madeleine mimi neera"""

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
    """
