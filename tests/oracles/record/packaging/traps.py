"""Inputs on which readers of versions, specifiers, requirements and file names went wrong."""

TRAPS_VERSION = """
1 1.0 1.0.0 0 0.0 00.01 1.00 v1 V1.2 1.2.3.4.5.6 2013b 2013.10 1!0 0!1 1!1.0 99999999999999999999.1 1.99999999999999999999
9007199254740991 9007199254740992 9007199254740993 1.0.dev9007199254740993 1.0a9007199254740992
1a 1A1 1.0a1 1.0.a.1 1.0-a-1 1.0_a_1 1.0alpha1 1.0ALPHA 1.0beta 1.0b2 1.0.beta-3 1.0c1 1.0C1 1.0rc1 1.0.rc.1 1.0-pre 1.0preview2 1.0pre1
1.0.post1 1.0-1 1.0-01 1.0.rev3 1.0r4 1.0post 1.0-post.5 1.0_post_6 1.0.POST7 1.0post-1 1.0.post0 1.0a1.post1 1.0a1-1 1.0rc1.post2.dev3
1.0.dev 1.0dev 1.0.dev0 1.0-dev1 1.0_dev_2 1.0.DEV3 1.0a1.dev1 1.0.post1.dev2 1.0.dev1+l
1.0+a 1.0+A 1.0+1 1.0+01 1.0+a.1 1.0+a-1 1.0+a_1 1.0+ubuntu.1 1.0+1.a 1.0+1.1 1.0+10 1.0+9 1.0+abc 1.0+ab 1.0+a.b.c 1.0+0 1.0+00a 1.0+cu118 1.0+cpu 1!1.0+x
1.0.post1+local 1.0a1+local.2 2.0.0+2 2.0+2 2+2.0 1.0.0.0+a 0.dev0 0.0.dev0 0a0 0.0.0a0.dev0 1.0.post456.dev34 1.1.dev1
""".split()
TRAPS_INVALID_VERSION = [
    "", " ", "a", "1.", ".1", "1..0", "1.0.", "1.0+", "1.0+a+b", "1.0+a..b", "1.0+.a", "1.0+a.", "1.0+_a", "1.0+~a", "french toast", "1.0--1", "1.0-a-", "1.0a.b",
    "1.0.dev1.post1", "1.0.post1a1", "1.0a1b1", "1.0dev-", "1.0 1", "1,0", "!1", "1!", "1!!1", "a!1", "1.0!1", "-1", "+1", "1.0*", "1.0.*", "*", "==1.0", "1.0post1post2", "1.0-r-", "v", "vv1",
    "1.0\u0661", "\u0661.0", "1.0+\u00e9", "1.0+\u017f", "1.\u212a", "2004d-1x", "1.0.0.linux-x86_64", "1.0-py2.7", "dev", "0.1dev-r1716", "1.0\x00", "1.0\n1", "unknown", "1e5", "0x1", "1_0", "1__0",
]
SPACES = [" ", "\t", "\n", "\x0b", "\x1c", "\x85", "\xa0", "\u2003", "\u3000", "\ufeff", "\u200b"]

TRAPS_SPECIFIER = """
==2.0.*|==2rc1|==2!1.*|==2!1.0.0.0.*|>3.0.0a7|<3.0.0a8|>1.0a1|>1.0|<1.0|>1.0.post1|<1.0.post1|>1.0.dev1|<1.0.dev1|>1.0a1.dev1|<1.0a1|>1.0a1.post1|<1.0a1.post1|>=1.0.dev1|<=1.0|<=1.0.post1|==1.0|==1.0.0|!=1.0|==1.0+local|!=1.0+local|==1.0+1|==1.0.0+abc.1
!=1.*|==1.*|==1.0.*|!=1.0.*|==0.*|~=1.0|~=1.0.0|~=1.0a1|~=1.0.post1|~=1.0.dev1|~=2.2.0|~=1!2.0|~=0.0|~=1|~=1.*|~=1.0+local|>=1.0+local|<=1.0+local|>1.0+local|<1.0+local|==1.0a1.*|==1.0.post1.*|==1.0+local.*|==1.0.dev1.*|>=1.*|<1.*|===1.0|===1.0.0|===1.0a1|===1.0+LOCAL|===foo|===|=== |=1.0|1.0|==|>=|<>1.0|=>1.0|==v1.0|==1.0-1|>=1.0-1|>=1.0.rev1
>0.dev0|<0.dev0|<=0.dev0|<0|<0.0|<0.post0|<0.0.dev1|>0|>=0|<0a0|<0!0|>=1!0|<1!0|==1.0.0.0.0|<1.0.0|>1.0.0|<=1.0.0|~=1.0.0.0|!=1.0a1|!=1.0.dev0|==1.0.dev0|==1.0rc1|>=1.0rc1|<=1.0rc1|<1.0rc1.post0|>1.0rc1.post0.dev3|<1.0rc1.dev2|== 1.0|==\t1.0| ==1.0 |==1.0 .*|== 1 .0|>=9007199254740993|>9007199254740991|<=1.99999999999999999999|==9007199254740991.*|>=1.0,<2.0|>=1.0,<2.0,!=1.5|>=1.0 ,, <2,|,|>1.0,<1.0|>=1.0,>=1.0.0,>=1|==1.0,==1.0.0
==1.0,~=1.0|!=1.5.*,>=1.0a1|>=1.0,!=1.1rc1|===1.0,>=1|===1.0a1,<2|===foo,>=1|==1.*,===1.0|~=1.4.5,!=1.4.6|>=1.0 <2.0|>=1.0;|(>=1.0)|>=1.0.*,<2|!=3.0*|>=3.6.*|>=2.7, !=3.0.*, !=3.1.*, !=3.2.*|>=3.6,<4.0|>=3.7,<3.11|!=3.9.7,>=3.7|>3.8|>=3.8.1,<4.0.0|~=3.7|>=3|==3.*|<4|>=3.5.*,<4|>=3.6.2,<3.11
""".replace("\n", "|").strip("|").split("|")

TRAPS_REQUIREMENT = [
    "numpy", "numpy ", " numpy", "\tnumpy", "numpy\n", "", " ", "numpy>=1", "numpy >=1", "numpy>=1,<2", "numpy >= 1 , < 2", "numpy (>=1)", "numpy(>=1,<2)", "numpy ( >=1 )", "numpy ()", "numpy (", "numpy (>=1", "numpy >=1)", "numpy (1.0)",
    "numpy 1.0", "numpy=1.0", "numpy=>1", "numpy><1", "numpy>=1.*", "numpy==1.0a1.*", "numpy~=1.*", "numpy==1.*", "numpy!=1.*", "numpy==1.0+a.*", "numpy===1.*", "numpy>=1.0+cu1", "numpy<1+x", "numpy~=1", "numpy>=1,", "numpy>=1,,<2", "numpy,>=1", "numpy>=1 <2", "numpy>=", "numpy>=a", "numpy===anything goes", "numpy===a,b", "numpy===1;python_version<'3'", "numpy=== 1",
    "x[a]", "x[a,b]", "x[b,a]>=1", "x[]", "x[ ]", "x[a b]", "x[a,]", "x[,a]", "x[a", "x[a,b", "x [a]", "x[ a , b ] >= 1", "x[A_b]", "x[a][b]", "x]", "x[a-]", "x[-a]", "x[a.b]", "x[a]>=1;extra=='B_c'", "x[a,a]",
    "x @ https://h/x.whl", "x@https://h/x", "x @https://h", "x@", "x @ ", "x @ https://h; os_name=='a'", "x @ https://h ; os_name=='a'", "x @ https://h ;", "x @ https://h #egg=y", "x @ https://h  ", "x[a] @ git+https://h/r@main#egg=x ; python_version<'3'", "x>=1 @ https://h", "x @ file:///a b",
    "x; python_version<'3'", "x;python_version<'3' ", "x ;", "x;;", "x; python_version", "x; python_version <", "x; python_version < 3", "x; 'a'", "x; '3' < python_version", "x; python_version < '3' and", "x; python_version < '3' or os_name", "x; (python_version < '3'", "x; python_version < '3')", "x; ((python_version < '3'))",
    "x; python_version not '3'", "x; python_version notin '3'", "x; python_version not  in '3'", "x; python_version in '3'", "x; python_version is '3'", "x; python_version <> '3'", "x; python_version = '3'", "x; python_version => '3'", "x; unknown == '1'", "x; python_versions == '1'", "x; os.name == 'a' and sys.platform == \"b\"", "x; platform.python_implementation=='C' and python_implementation == 'C'", "x; platform.version=='1' or platform.machine == '2'",
    "x; os_name == 'a\"b'", "x; os_name == 'a\\'b'", "x; os_name == 'a\\nb'", "x; os_name == '\\x41\\u0042\\103\\z'", "x; os_name == '\\x4'", "x; os_name == 'a", "x; os_name == \"a'", "x; os_name == 'é'", "x; os_name == '\\'", "x; extra == 'Foo.Bar' or 'A__b' == extra", "x; 'Foo_x' in extras and 'B.b' in dependency_groups", "x; extras == 'a'", "x; os_name == 'a' and(os_name == 'b')or os_name=='c'", "x; os_name == 'a'and os_name == 'b'", "x; os_name == 'a' AND os_name == 'b'",
    "-e .", "./x", "x.whl", "http://h/x", "x#y", "x # comment", "x>=1 # c", "é", "xé", "x-é", "x.", "x-", "_x", ".x", "-x", "1", "1x", "x..y", "x\u00a0>=1", "x\u3000", "x>=1\u00a0", "x>=\u00a01", "x\r\n", "x>=1\n,<2", "x;\nos_name=='a'", "numpy>=1.0.dev", "numpy>=1.0-1", "numpy>=v1", "numpy>=1!2", "numpy != 1.0 , == 1.0.0 , ==1.0", "requests [security] >= 2.8.1, == 2.8.* ; python_version < '2.7'", "name@http://foo.com", "torch==2.1.0+cu118", "tensorflow-gpu>=1.19.*", "a;python_version>='3.8' and (python_version<'3.12' or (sys_platform=='win32' and (platform_machine=='x86')))", "😀", "x😀>=1", "x ; os_name == '😀' z",
]

NAMES = ["Foo", "foo-bar", "foo_bar", "foo.bar", "foo--bar", "foo-_.bar", "FOO..BAR", "-a-", "_x", "zope.interface", "ruamel.yaml", "a", "", "Éa", "a__b", "backports.zoneinfo", "x-", "1", "-", "A_-.B"]

WHEELS = [
    "foo-1.0-py3-none-any.whl", "foo_bar-1.0-py2.py3-none-any.whl", "Foo.Bar-1.0-1-py3-none-any.whl", "foo-1.0-1build-py3-none-any.whl", "foo-1.0-0042_x-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "foo-1.0-cp36.cp37-abi3.none-win_amd64.macosx_10_9_x86_64.whl", "foo-1.0.whl", "foo-1.0-py3-none.whl", "foo-1.0-a-b-py3-none-any.whl", "foo__bar-1.0-py3-none-any.whl", "foo-bar-1.0-py3-none-any.whl", "foo-x.y-py3-none-any.whl", "foo-1.0-build-py3-none-any.whl",
    "foo-1.0-py3-none-any.zip", "foo-1.0-py3-none-any.WHL", "-1.0-py3-none-any.whl", "foo-1.0--none-any.whl", "foo-1.0-py3--any.whl", "foo-1.0-py3-none-.whl", "foo-1.0-py3..py2-none-any.whl", "foo-1.0-3py-none-any.whl", "foo-1.0-PY3-NONE-Any.whl", "fo+o-1.0-py3-none-any.whl",
    "föö-1.0-py3-none-any.whl", "foo-1.0_1-py3-none-any.whl", "foo-1_0-py3-none-any.whl", "foo-1.0+local.1-py3-none-any.whl", "foo-1!1.0-py3-none-any.whl", "foo-v1.0-py3-none-any.whl", "foo-01.0-py3-none-any.whl", "foo-1.0-99999999999999999999-py3-none-any.whl", " foo-1.0-py3-none-any.whl", "foo.-1.0-py3-none-any.whl", "foo-1.0-py3-none-any.whl ", "a'b-1.0-py3-none-any.whl", "foo-1.0-1\n-py3-none-any.whl",
]
SDISTS = ["foo-1.0.tar.gz", "foo-bar-1.0.tar.gz", "foo_bar-1.0.zip", "foo-1.0.tar.bz2", "foo.tar.gz", "-1.0.tar.gz", "foo-.tar.gz", "foo-x.tar.gz", "foo-1.0-1.tar.gz", "foo-1.0.post1.tar.gz", "Foo.Bar_baz-2.0rc1.zip", "foo-1.0.TAR.GZ", "foo-1.0+x.tar.gz", "foo--1.0.tar.gz", "föö-1.zip", ".tar.gz", "foo-1.0.tgz", "pytz-2004d.tar.gz"]
