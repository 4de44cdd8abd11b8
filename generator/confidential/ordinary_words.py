"""Words of which names of companies are made and sentences too: alone they tell nobody apart."""

from __future__ import annotations

_WORDS = """
a about across act active advance advanced after again against agency air alliance all allied alloy alloys
alpha also am america american an and annual answer answered answers any apex applied applications are arc
area as asia asian ask asked assemblies assembly associates at atlantic atlas auto automation automotive
away axis balance base basic be beacon bearing bearings because been before being best better between beta
big black blue board body boards bold bond both bright britain british broad build building business but by
cable cables call can canada capital care cast casting castings center central centre century certain chain
change chemical chemicals china chinese choice circuit circuits city classic clean clear coast coating
coatings cold come comfort comment commerce common communications complete component components computer
concept conflict connect connection connections connector connectors consulting contact contacts contract
control controls core could country course craft creative crown crystal current custom customer cutting data
day days deep delta design designs device devices did digital direct display distribution distributor do
does done down due dynamic dynamics each eagle early earth east eastern edge electric electrical electronic
electronics element elements elite emerald energy engineered engineering enterprise enterprises environment
equipment essential europe european evening ever every exact excellence express fabrication fair far fast
fastener fasteners fiber field file filed filter final fine fire first five flash flex flexible focus for
force forge form formal forms forward found four france free french from full fusion future galaxy gave gear
general german germany get give given glass global gold golden good got grand graphics great green grey
ground group guide had half hand hard hardware has have he head health heat help her here high him his
holding holdings home horizon house how human i icon idea ideal if image impact in india indian indeed
industrial industries industry information infinity innovation innovations innovative instrument instruments
integrated integrity inter interconnect international into iron is island it italy its japan japanese job
just keep key kind king know knew known korea labs laboratories laser last late later lead leader leading
learn left legacy less let level liberty life light lighting like line link list little local logic
logistics long look machine machinery made magnetic magnetics main make making management manager
manufacturing many mark market marketing mass master material materials matter matters may me measure
mechanical media medical meeting merit metal metals method metro micro middle might mine mineral minerals
mining mint mobile model modern mold molding moment monitor month months more most motion motor motors
mountain much must my name national natural nature need network never new next night no nor norm north
northern not note nova now number ocean of off office official often old olympic omega on once one only open
optical optics optimum option or orange order organization origin original other our out over own pacific
packaging page paper part partner partners parts party path pearl people perfect performance perhaps person
phase phoenix phone photo pilot pioneer place plain plan planet plant plastic plastics platform plating
please plus point polymer polymers port power powder practice precise precision premier press pressure price
prime print printing priority pro process processes processing product production products professional
progress project proper property proof protection proven provide purchase purchasing pure quality quantum
quarter quest quick radiant radio rapid rare ready real receive received red refinery refining regal region
regular reliable reliance reply request require research resource resources respond responded response right
ring river rock round royal run safe safety said sales same satellite say science scientific sea seal seals
second secure security see select semiconductor semiconductors send sensor sensors sent service services
seven shall shape sharp she sheet shield shop should show side sign signal silicon silver simple since
single six sky small smart smelter smelters so society soft software solar solder solid solution solutions
some sound source south southern space special specialist specialty spectrum speed spring springs square
stable stamping standard star state states station steel still stone stop strategic stream strong structure
studio style such suite summit sun superior supplied supplier suppliers supplies supply support sure surface
survey swiss switch system systems taiwan take target team tech technical technologies technology ten test
testing than that the their them then there these they thing things think third this those three through
time tin titan to today together token told tomorrow tool tooling tools top total touch tower trade traders
trading transformer transport triumph true trust tube tungsten turn twin two ultra under union unique unit
united units universal until up upon us use used useful usual valley value vanguard vector venture venue
very victory view vision vital voice wait want wants was water wave way we week weeks welcome well were west
western what when where which while white who whole why wide will wind wire wireless wise with within
without wood word words work worked working works world would write year years yes yet yield you your young
zenith zone april august march beijing guangdong hong kong jiangsu london mexico paris poland shanghai
shenzhen singapore spain suzhou taipei texas tokyo turkey vietnam york zhejiang
"""
ORDINARY = frozenset(_WORDS.split())
