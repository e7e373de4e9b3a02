import { Markup } from './markup.ts';

/** Product tokens (petrol, neutral grays), light and dark. */
export const styles = new Markup(`
:root{color-scheme:light dark;--canvas:#F9FBFB;--surface:#FFFFFF;--sunken:#F9FBFB;--hover:#F3F5F7;--line:#EBEEF0;--line2:#DEE3E5;--control:#889397;
--text:#121B1F;--text2:#4D595F;--text3:#646F75;--brand:#066D7C;--brandhover:#02535F;--brandtext:#016372;--tint:#EEF9FB;--tint2:#DAF2F7;--brandline:#BBE5EE;
--onbrand:#FFFFFF;--mark:#188698;--focus:#188698;--warntext:#814F0D;--warntint:#FFF6EC;--warnline:#FFD8AA;--badtext:#AA2A2C;--badtint:#FFF4F3;--badline:#FED0CB;
--button:#FFFFFF;--s-n:#4F6470;--s-s:#5950AF;--s-r:#94317E;--off:#CAD0D3;
--shadow:0 0 0 1px rgba(18,34,40,.07),0 4px 12px rgba(18,34,40,.06),0 24px 64px rgba(18,34,40,.10)}
@media (prefers-color-scheme:dark){:root{--canvas:#161C1F;--surface:#1F2629;--sunken:#161C1F;--hover:#282F33;--line:#2B3337;--line2:#363F44;--control:#7A858A;
--text:#E7EAEC;--text2:#B4BCC0;--text3:#99A2A6;--brand:#137787;--brandhover:#1D8091;--brandtext:#80CCDB;--tint:#182B2F;--tint2:#18353B;--brandline:#204C55;
--mark:#4FAEC0;--focus:#56B4C6;--warntext:#EFC178;--warntint:#322718;--warnline:#543F25;--badtext:#F7A09A;--badtint:#37211F;--badline:#673430;
--button:#23292D;--s-n:#B5C3CC;--s-s:#B8B6F6;--s-r:#EAA9D6;--off:#434C51;
--shadow:0 0 0 1px #363F44,0 4px 12px rgba(0,0,0,.35),0 24px 64px rgba(0,0,0,.4)}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--canvas);color:var(--text);
font:400 14px/20px Inter,-apple-system,BlinkMacSystemFont,"Segoe UI Variable Text","Segoe UI","Adwaita Sans",Cantarell,Ubuntu,"Noto Sans",sans-serif}
.strip{background:repeating-linear-gradient(135deg,var(--tint) 0 10px,var(--tint2) 10px 20px);border-bottom:1px solid var(--brandline)}
.strip{padding:8px;text-align:center}
.strip p{display:inline-block;margin:0;padding:4px 12px;border-radius:8px;background:var(--tint);color:var(--text)}
.strip span{color:var(--text2)}
main{flex:1;display:flex;align-items:flex-start;justify-content:center;padding:40px 16px 24px}
.card{width:100%;max-width:480px;background:var(--surface);border-radius:14px;box-shadow:var(--shadow);padding:32px}
.mark{display:block;color:var(--mark);margin:-4px 0 14px -6px}
h1{margin:0 0 8px;font-size:22px;line-height:28px;font-weight:600;letter-spacing:-.018em;overflow-wrap:anywhere}
h2{margin:24px 0 8px;font-size:14px;line-height:20px;font-weight:600}
p{margin:0 0 12px;color:var(--text2);overflow-wrap:anywhere}
p strong,dd{color:var(--text);font-weight:600}
code{font:400 12px/17px "JetBrains Mono",ui-monospace,"SF Mono","Cascadia Mono","DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
ul{list-style:none;margin:0;padding:0}
.people{margin:16px 0 0;border:1px solid var(--line2);border-radius:12px;overflow:hidden}
.people li+li{border-top:1px solid var(--line)}
.person{display:flex;align-items:center;gap:12px;width:100%;padding:12px 16px;border:0;background:transparent;color:var(--text);font:inherit;text-align:left;cursor:pointer}
.person:hover{background:var(--hover)}
.person .who{flex:1;min-width:0}
.person b{display:block;font-weight:600}
.person .mail{display:block;color:var(--text2);overflow-wrap:anywhere}
.avatar{flex:none;width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:var(--tint2);color:var(--brandtext);font-weight:600;font-size:13px;box-shadow:0 0 0 2px var(--surface),0 0 0 4px var(--mark)}
.tag{flex:none;font-size:12px;line-height:16px;padding:3px 8px;border-radius:99px;background:var(--tint);color:var(--brandtext);border:1px solid var(--brandline)}
.scopes{margin:8px 0 0;border:1px solid var(--line2);border-radius:12px;overflow:hidden}
.scopes li{padding:12px 16px}
.scopes li+li{border-top:1px solid var(--line)}
.scope{display:flex;gap:12px;align-items:flex-start}
.scope label,.scope .plain{flex:1;min-width:0;cursor:pointer}
.scope .plain{cursor:default}
.scope .words{display:block;color:var(--text);font-weight:500}
.scope code{display:block;color:var(--text2);margin-top:2px}
input[type=checkbox]{flex:none;appearance:none;width:18px;height:18px;margin:1px 0 0;border:1.5px solid var(--control);border-radius:5px;background:var(--surface);display:grid;place-items:center;cursor:pointer}
input[type=checkbox]::after{content:"";width:10px;height:6px;margin-top:-3px;border:solid var(--onbrand);border-width:0 0 2.4px 2.4px;transform:rotate(-45deg);visibility:hidden}
input[type=checkbox]:checked{background:var(--brand);border-color:var(--brand)}
input[type=checkbox]:checked::after{visibility:visible}
form:has(.all input:checked) .scopes input{background:var(--brand);border-color:var(--brand)}
form:has(.all input:checked) .scopes input::after{visibility:visible}
.all{display:flex;gap:12px;align-items:flex-start;padding:12px 16px;margin-top:16px;background:var(--tint);border:1px solid var(--brandline);border-radius:12px}
.all label{flex:1;cursor:pointer;font-weight:600}
.all small{display:block;font-size:12px;line-height:16px;font-weight:400;color:var(--text2)}
.level{flex:none;display:inline-flex;align-items:center;gap:6px;font-size:12px;line-height:20px;font-weight:500}
.level i{display:inline-block;width:4px;height:12px;border-radius:2px;background:var(--off)}
.level span{display:inline-flex;gap:2px}
.n{color:var(--s-n)}.s{color:var(--s-s)}.r{color:var(--s-r)}
.n i:nth-child(-n+1),.s i:nth-child(-n+2),.r i{background:currentColor}
.note{padding:12px 16px;border-radius:10px;margin:16px 0;border:1px solid var(--warnline);background:var(--warntint);color:var(--warntext)}
.bad{border-color:var(--badline);background:var(--badtint);color:var(--badtext)}
.note code{color:inherit}
.buttons{display:flex;flex-flow:row-reverse wrap;gap:8px;margin-top:24px}
.buttons button{min-height:36px;padding:7px 16px;border-radius:8px;font:inherit;font-weight:500;cursor:pointer;border:1px solid var(--line2);background:var(--button);color:var(--text)}
.buttons button:hover{background:var(--hover)}
.buttons .go{background:var(--brand);border-color:var(--brand);color:var(--onbrand)}
.buttons .go:hover{background:var(--brandhover);border-color:var(--brandhover)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.person:focus-visible{outline-offset:-2px}
footer p{margin:0;padding:12px 20px 24px;text-align:center;font-size:12px;line-height:16px;color:var(--text3)}
@media (max-width:420px){main{padding:16px 8px}.card{padding:24px 16px}.level{display:none}}
`);
