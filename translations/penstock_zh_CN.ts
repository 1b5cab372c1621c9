<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Chips</name>
    <message>
        <source>makes %1 again</source>
        <translation>再现 %1</translation>
    </message>
    <message>
        <source>checkout of %1 · %2</source>
        <comment>a revision and its commit</comment>
        <translation>检出 %1 · %2</translation>
    </message>
    <message>
        <source>checkout of %1</source>
        <translation>检出 %1</translation>
    </message>
    <message>
        <source>commit %1</source>
        <translation>提交 %1</translation>
    </message>
    <message>
        <source>commit %1 · %2</source>
        <comment>a commit and its branch</comment>
        <translation>提交 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not committed</source>
        <translation>
            <numerusform>%n 个文件未提交</numerusform>
        </translation>
    </message>
    <message>
        <source>code changed under way</source>
        <translation>代码在运行期间有变化</translation>
    </message>
    <message>
        <source>%1 changed under way</source>
        <translation>%1 在运行期间有变化</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>span of time, or keys</source>
        <translation>时长，或若干键</translation>
    </message>
    <message>
        <source>list, expression, or names with values</source>
        <translation>列表、表达式，或名称到值的映射</translation>
    </message>
    <message>
        <source>text with ${{ }}</source>
        <translation>可含 ${{ }} 的文本</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>span of time</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>list of steps</source>
        <translation>步骤列表</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>names with texts</source>
        <translation>名称到文本的映射</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>list of arguments, or a script</source>
        <translation>参数列表，或脚本</translation>
    </message>
    <message>
        <source>names with a text or keys</source>
        <translation>名称到文本或键的映射</translation>
    </message>
    <message>
        <source>names with keys</source>
        <translation>名称到键的映射</translation>
    </message>
    <message>
        <source>list of names, or names with names</source>
        <translation>名称列表，或名称到名称的映射</translation>
    </message>
    <message>
        <source>path, or keys</source>
        <translation>路径，或若干键</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>若干键</translation>
    </message>
    <message>
        <source>list of keys</source>
        <translation>键的列表</translation>
    </message>
    <message>
        <source>keys, or a list of them</source>
        <translation>若干键，或其列表</translation>
    </message>
    <message>
        <source>names with steps</source>
        <translation>名称到步骤的映射</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意内容</translation>
    </message>
    <message>
        <source>This version does not run it yet.</source>
        <translation>此版本尚不能运行。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>.</source>
        <comment>end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Keys of a pipeline file</source>
        <translation>流水线文件的键</translation>
    </message>
    <message>
        <source>All that may be written, from the tables that also check files and make Studio&apos;s forms. Keys with a star (*) must be there.</source>
        <translation>可以写的全部内容，来自同样用于检查文件和生成 Studio 表单的那些表。带星号（*）的键必须存在。</translation>
    </message>
    <message>
        <source>The document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>每个步骤</translation>
    </message>
    <message>
        <source>Beside exactly one of the keys below, which says what the step does.</source>
        <translation>除此之外，恰有下列键之一，说明该步骤做什么。</translation>
    </message>
    <message>
        <source>all keys as tables for people instead</source>
        <translation>改为以表格列出全部键，供人阅读</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选版本</translation>
    </message>
    <message>
        <source>METRIC</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>PRODUCTION: %1</source>
        <translation>生产：%1</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>policy %1: not checked</source>
        <translation>策略 %1：未检查</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Nobody is waiting for a decision.</source>
        <translation>没有等待决定的请求。</translation>
    </message>
    <message>
        <source>Event %1 was changed, removed or inserted after it was written.</source>
        <translation>事件 %1 在写入之后被更改、删除或插入。</translation>
    </message>
    <message>
        <source>The log ends at event %1, but was known up to %2.</source>
        <translation>日志止于事件 %1，但此前已知到 %2。</translation>
    </message>
    <message>
        <source>Restore a newer copy, or go on without the missing events: %1</source>
        <translation>请恢复较新的副本，或放弃缺失的事件继续：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), each fits the one before.</source>
        <translation>
            <numerusform>共 %n 个事件，均与前一事件相衔接。</numerusform>
        </translation>
    </message>
    <message>
        <source>After event %1 the events up to %2 were lost; accepted by %3 on %4. %5</source>
        <translation>事件 %1 之后直到 %2 的事件已丢失；由 %3 于 %4 接受。%5</translation>
    </message>
    <message>
        <source>The anchor is missing: events lost from the end would not be noticed.</source>
        <translation>缺少锚点：末尾丢失的事件将无法察觉。</translation>
    </message>
    <message>
        <source>The log goes on after event %1; those up to %2 are given up. This is on record.</source>
        <translation>日志从事件 %1 之后继续；直到 %2 的事件已放弃。此事已记录。</translation>
    </message>
    <message>
        <source>Kept in %1: the log as it was, and the folders of lost runs and attempts (%2).</source>
        <translation>保存在 %1：原来的日志，以及丢失的运行和尝试的文件夹（%2 个）。</translation>
    </message>
    <message>
        <source>%1 is asked to stop.</source>
        <translation>已要求 %1 停止。</translation>
    </message>
    <message>
        <source>trust this workspace from now on: it may run programs as you</source>
        <translation>从现在起信任此工作区：它可以以您的身份运行程序</translation>
    </message>
    <message>
        <source>return with 4 when only a person can go on</source>
        <translation>若只有人才能推进，则以退出码 4 返回</translation>
    </message>
    <message>
        <source>return as soon as the run is recorded; print its id</source>
        <translation>运行一经记录便返回，并输出其编号</translation>
    </message>
    <message>
        <source>follow the run to its end</source>
        <translation>跟踪运行直至结束</translation>
    </message>
    <message>
        <source>Make a workspace, or a repository into one.</source>
        <translation>创建工作区，或把代码仓库变为工作区。</translation>
    </message>
    <message>
        <source>begin with a template: digits</source>
        <translation>从模板开始：digits</translation>
    </message>
    <message>
        <source>write a pipeline of one step that runs this script</source>
        <translation>编写只有一个步骤的流水线来运行此脚本</translation>
    </message>
    <message>
        <source>List all that is wrong with pipelines; without FILE, with all of them.</source>
        <translation>列出流水线中的所有问题；不给 FILE 时检查全部流水线。</translation>
    </message>
    <message>
        <source>Run a pipeline and follow it. Ctrl-C cancels the run.</source>
        <translation>运行流水线并跟踪进展。按 Ctrl-C 取消运行。</translation>
    </message>
    <message>
        <source>set a parameter; may be given more than once</source>
        <translation>设置参数；可多次给出</translation>
    </message>
    <message>
        <source>how many steps of the workspace may run at once</source>
        <translation>工作区内最多可同时运行多少个步骤</translation>
    </message>
    <message>
        <source>List the runs, newest first.</source>
        <translation>列出运行，最新的在前。</translation>
    </message>
    <message>
        <source>only the last N</source>
        <translation>仅最近 N 个</translation>
    </message>
    <message>
        <source>Print what a step printed.</source>
        <translation>输出某个步骤打印的内容。</translation>
    </message>
    <message>
        <source>go on until the step has ended</source>
        <translation>持续输出，直到步骤结束</translation>
    </message>
    <message>
        <source>of an earlier try; otherwise the last</source>
        <translation>查看较早的某次尝试；默认为最后一次</translation>
    </message>
    <message>
        <source>Stop a run. A second time also stops what always runs.</source>
        <translation>停止运行。再次执行时，连始终运行的步骤也一并停止。</translation>
    </message>
    <message>
        <source>recorded with the run</source>
        <translation>随运行一并记录</translation>
    </message>
    <message>
        <source>Run again what has not succeeded, as a new run; or follow one that runs.</source>
        <translation>把尚未成功的部分作为新的运行重新执行；或跟踪正在进行的运行。</translation>
    </message>
    <message>
        <source>List what waits for a decision, with its evidence.</source>
        <translation>列出等待决定的请求及其证据。</translation>
    </message>
    <message>
        <source>Approve a request.</source>
        <translation>批准请求。</translation>
    </message>
    <message>
        <source>recorded with the decision</source>
        <translation>随决定一并记录</translation>
    </message>
    <message>
        <source>Reject a request.</source>
        <translation>拒绝请求。</translation>
    </message>
    <message>
        <source>List model versions and where they are.</source>
        <translation>列出模型版本及其所处阶段。</translation>
    </message>
    <message>
        <source>Move a version to a stage by hand.</source>
        <translation>手动把版本移到某个阶段。</translation>
    </message>
    <message>
        <source>production (the default), staging or archived</source>
        <translation>production（默认）、staging 或 archived</translation>
    </message>
    <message>
        <source>Check that no event of the log was changed, removed or inserted; or go on without events that are lost.</source>
        <translation>检查日志中没有事件被更改、删除或插入；或放弃已丢失的事件继续。</translation>
    </message>
    <message>
        <source>accept-loss: up to which event the log was known</source>
        <translation>accept-loss：日志此前已知到哪个事件</translation>
    </message>
    <message>
        <source>Be the owner: run the engine of the workspace. Other commands start it themselves.</source>
        <translation>充当所有者进程：运行工作区的引擎。其他命令会自行启动它。</translation>
    </message>
    <message>
        <source>leave when there is nothing to do</source>
        <translation>无事可做时退出</translation>
    </message>
    <message>
        <source>how many steps may run at once; otherwise one per processor</source>
        <translation>最多可同时运行多少个步骤；默认每个处理器一个</translation>
    </message>
    <message>
        <source>Print the JSON Schema of pipeline files, for editors.</source>
        <translation>输出流水线文件的 JSON Schema，供编辑器使用。</translation>
    </message>
    <message>
        <source>Check what Penstock needs here, and say how to mend it.</source>
        <translation>检查 Penstock 在此处所需的条件，并说明如何修正。</translation>
    </message>
    <message>
        <source>Open the workspace in Studio.</source>
        <translation>在 Studio 中打开工作区。</translation>
    </message>
    <message>
        <source>%1 is approved.</source>
        <translation>%1 已批准。</translation>
    </message>
    <message>
        <source>%1 is rejected.</source>
        <translation>%1 已拒绝。</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>nothing was run here yet</source>
        <translation>此处尚未运行过任何内容</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 无法写入</translation>
    </message>
    <message>
        <source>Make it yours and writable; until then runs can be looked at, but not started.</source>
        <translation>请将其归属改为您并设为可写；在此之前只能查看运行，不能启动运行。</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>free space is not known</source>
        <translation>可用空间未知</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>可用 %1</translation>
    </message>
    <message>
        <source>Free some: a run stops when its results cannot be kept.</source>
        <translation>请释放一些空间：结果无法保存时，运行会停止。</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者进程</translation>
    </message>
    <message>
        <source>version %1, process %2, since %3</source>
        <translation>版本 %1，进程 %2，自 %3 起</translation>
    </message>
    <message>
        <source>process %1 owns the workspace, but does not answer</source>
        <translation>进程 %1 拥有此工作区，但没有应答</translation>
    </message>
    <message>
        <source>It may be starting. If this stays so, end process %1: no step is lost by that.</source>
        <translation>它可能正在启动。若一直如此，请结束进程 %1：这不会丢失任何步骤。</translation>
    </message>
    <message>
        <source>the last one was killed and left owner.json behind; the next one takes over and replaces it</source>
        <translation>上一个被强行结束，留下了 owner.json；下一个将接手并替换它</translation>
    </message>
    <message>
        <source>none is running; a command that needs one starts it</source>
        <translation>当前没有运行；需要它的命令会启动它</translation>
    </message>
    <message>
        <source>trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>已信任</translation>
    </message>
    <message>
        <source>nothing runs here yet, because you have not said that you trust it</source>
        <translation>由于您尚未表示信任，此处还不会运行任何内容</translation>
    </message>
    <message>
        <source>Look at its pipelines, then: penstock run FILE --trust</source>
        <translation>请先查看其流水线，然后执行：penstock run FILE --trust</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>shell</translation>
    </message>
    <message>
        <source>%1 does not tell its PATH; steps get that of whoever starts the owner</source>
        <translation>%1 没有给出其 PATH；步骤将使用启动所有者进程者的 PATH</translation>
    </message>
    <message>
        <source>See what its start files wait for or complain about: %1 -l -c env</source>
        <translation>查看其启动文件在等待什么或报告了什么：%1 -l -c env</translation>
    </message>
    <message>
        <source>python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 lacks %2</source>
        <translation>%1 缺少 %2</translation>
    </message>
    <message>
        <source>Install them there, or name another interpreter with `python: PATH` in the pipeline.</source>
        <translation>请在其中安装，或在流水线中用 `python: PATH` 指定另一个解释器。</translation>
    </message>
    <message>
        <source>locale</source>
        <translation>区域设置</translation>
    </message>
    <message>
        <source>not UTF-8: some characters cannot be shown</source>
        <translation>不是 UTF-8：部分字符无法显示</translation>
    </message>
    <message>
        <source>Set LANG to C.UTF-8 or your own.</source>
        <translation>请将 LANG 设为 C.UTF-8 或您自己的 UTF-8 区域设置。</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>the workspace; otherwise the nearest one from here upwards</source>
        <translation>工作区；默认为从当前位置向上最近的一个</translation>
    </message>
    <message>
        <source>print JSON (docs/formats.md)</source>
        <translation>输出 JSON（docs/formats.md）</translation>
    </message>
    <message>
        <source>print this</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>Penstock %1: draw, run and approve machine-learning pipelines.</source>
        <translation>Penstock %1：绘制、运行并审批机器学习流水线。</translation>
    </message>
    <message>
        <source>`penstock COMMAND --help` tells more of each.</source>
        <translation>使用 `penstock COMMAND --help` 查看各命令的详细说明。</translation>
    </message>
    <message>
        <source>Usage: %1 [options]</source>
        <translation>用法：%1 [选项]</translation>
    </message>
    <message>
        <source>%1 is a workspace now, and trusted.</source>
        <translation>%1 现在是工作区，并且已受信任。</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>STAGE</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>METRICS</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No models yet. A step with `register` records one.</source>
        <translation>尚无模型。带有 `register` 的步骤会记录模型。</translation>
    </message>
    <message>
        <source>%1 is in %2.</source>
        <translation>%1 已处于 %2。</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Left. The run goes on ending; `penstock show %1` tells how.</source>
        <translation>已离开。运行会继续直到结束；用 `penstock show %1` 查看结果。</translation>
    </message>
    <message>
        <source>Cancelling %1. Ctrl-C again leaves it alone.</source>
        <translation>正在取消 %1。再按一次 Ctrl-C 则不再等待。</translation>
    </message>
    <message>
        <source>No runs yet. `penstock run FILE` starts one.</source>
        <translation>尚无运行。`penstock run FILE` 可启动一次运行。</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>PARAMETERS</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，操作者 %2</translation>
    </message>
    <message>
        <source>took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>resumes</source>
        <translation>续自</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>被信号 %1 终止</translation>
    </message>
    <message>
        <source>took longer than its timeout</source>
        <translation>超过超时时限</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>nobody saw its end</source>
        <translation>无人见到其结束</translation>
    </message>
    <message>
        <source>its results could not be taken</source>
        <translation>无法收取其结果</translation>
    </message>
    <message>
        <source>was not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Nothing was run in %1 by you before. Its pipelines can run any program as you.</source>
        <translation>您此前未在 %1 中运行过任何内容。其流水线可以以您的身份运行任意程序。</translation>
    </message>
    <message>
        <source>Type &quot;yes&quot; if you trust it: </source>
        <translation>如果信任它，请输入“是”或“yes”： </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1: valid</source>
        <translation>%1：有效</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n issue(s)</source>
        <translation>
            <numerusform>%1：%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: process %2 (%3) does not end, though it was killed; its slot stays taken until it is gone</source>
        <translation>%1：进程 %2（%3）已被强行结束却仍未退出；在它消失之前其槽位一直被占用</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <comment>part of a size, e.g. 25 % of 5 GB</comment>
        <translation>%2 的 %1%</translation>
    </message>
    <message>
        <source>The run waits, and goes on by itself once this is mended: %1</source>
        <translation>运行正在等待，问题解决后会自行继续：%1</translation>
    </message>
    <message>
        <source>only this step and what comes after it; the rest is reused</source>
        <translation>仅运行此步骤及其之后的步骤；其余的予以复用</translation>
    </message>
    <message>
        <source>only this step and what comes before it</source>
        <translation>仅运行此步骤及其之前的步骤</translation>
    </message>
    <message>
        <source>reuse what succeeded in this run and would be the same now</source>
        <translation>复用此次运行中已成功且现在结果仍相同的部分</translation>
    </message>
    <message>
        <source>go through the graph without executing anything</source>
        <translation>走完整个图而不执行任何操作</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>a step that takes more than its limit is ended; the kernel does not cap it, so it may go over for a moment</source>
        <translation>占用超过上限的步骤会被结束；内核并不强制上限，因此可能短暂超出</translation>
    </message>
    <message>
        <source>[%1 of this output were not kept: of very much, the beginning and the end are]</source>
        <translation>[此输出中有 %1 未保留：输出过多时只保留开头和结尾]</translation>
    </message>
    <message>
        <source>%1 of its output were not kept</source>
        <translation>其输出有 %1 未保留</translation>
    </message>
    <message>
        <source>the kernel keeps the limits of steps</source>
        <translation>步骤的内存上限由内核保证</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>run every step, also where the cache has what it makes</source>
        <translation>执行每个步骤，即使缓存中已有其产物</translation>
    </message>
    <message>
        <source>Say of each step why it ran, was taken from the cache, or waits.</source>
        <translation>说明每个步骤为何执行、取自缓存或等待。</translation>
    </message>
    <message>
        <source>It waits.</source>
        <translation>它在等待。</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>它正在运行。</translation>
    </message>
    <message>
        <source>It ran.</source>
        <translation>它已执行。</translation>
    </message>
    <message>
        <source>It was taken from the cache.</source>
        <translation>它取自缓存。</translation>
    </message>
    <message>
        <source>It was taken over from another run.</source>
        <translation>它取自另一次运行的结果。</translation>
    </message>
    <message>
        <source>It did not run.</source>
        <translation>它没有执行。</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>item</source>
        <translation>项</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>declared outputs</source>
        <translation>声明的输出</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>the same: %1</source>
        <translation>相同：%1</translation>
    </message>
    <message>
        <source>write the files, and let nothing run yet</source>
        <translation>只写入文件，暂不允许运行任何内容</translation>
    </message>
    <message>
        <source>%1 is a workspace now.</source>
        <translation>%1 现在是一个工作区。</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s): --last %1</source>
        <translation>
            <numerusform>还有 %n 次更早的运行：--last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not committed</source>
        <translation>
            <numerusform>%n 个文件未提交</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>was not run again</source>
        <translation>未再次运行</translation>
    </message>
    <message>
        <source>did not run then</source>
        <translation>当时未运行</translation>
    </message>
    <message>
        <source>has not ended yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>no commit yet</source>
        <translation>尚无提交</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>a commit and its branch</comment>
        <translation>%1，分支 %2</translation>
    </message>
    <message>
        <source>%1, in a checkout of its own with the changes that were not committed</source>
        <translation>%1，在独立的检出中，含未提交的更改</translation>
    </message>
    <message>
        <source>%1, in a clean checkout of its own</source>
        <translation>%1，在独立的干净检出中</translation>
    </message>
    <message>
        <source>These repositories within it are not on this machine, so their folders are empty: %1</source>
        <translation>其中的这些仓库不在本机上，因此它们的文件夹是空的：%1</translation>
    </message>
    <message>
        <source>Files that a program makes at checkout (such as git-lfs) are what the repository holds instead of them.</source>
        <translation>由程序在检出时生成的文件（如 git-lfs）保持仓库中存放的内容。</translation>
    </message>
    <message>
        <source>Not all that was not committed is kept: some of it is too large, or looks secret.</source>
        <translation>未提交的内容没有全部保留：其中有些过大，或看起来是机密。</translation>
    </message>
    <message>
        <source>The code of a step</source>
        <translation>某个步骤的代码</translation>
    </message>
    <message>
        <source>%1 changed while %2 ran.</source>
        <translation>%1 在 %2 运行期间有变化。</translation>
    </message>
    <message>
        <source>%1 changed between %2 and %3.</source>
        <translation>%1 在 %2 与 %3 之间有变化。</translation>
    </message>
    <message>
        <source>%1 is not known any more, so there is nothing to compare with.</source>
        <translation>已没有 %1 的记录，因此无从比较。</translation>
    </message>
    <message>
        <source>All results are those of %1.</source>
        <translation>所有结果都与 %1 的相同。</translation>
    </message>
    <message>
        <source>Compared with %1:</source>
        <translation>与 %1 比较：</translation>
    </message>
    <message>
        <source>work in a clean checkout of this branch, tag or commit</source>
        <translation>在此分支、标签或提交的干净检出中工作</translation>
    </message>
    <message>
        <source>print what was not committed when it began, as git does</source>
        <translation>按 git 的格式输出其开始时未提交的内容</translation>
    </message>
    <message>
        <source>Make the results of a run again, from its documents and its code, and compare them.</source>
        <translation>用一次运行的文档和代码再次得出其结果，并作比较。</translation>
    </message>
    <message>
        <source>checkout</source>
        <translation>检出</translation>
    </message>
    <message>
        <source>reproduces</source>
        <translation>再现</translation>
    </message>
    <message>
        <source>List a value or metric of a step over all runs, as in train.accuracy; without it, what there is to ask for.</source>
        <translation>列出某个步骤的一个值或指标在所有运行中的情况，例如 train.accuracy；不指定时列出可查询的内容。</translation>
    </message>
    <message>
        <source>only runs of this pipeline</source>
        <translation>仅限此流水线的运行</translation>
    </message>
    <message>
        <source>No step of a run has given a value or metric yet.</source>
        <translation>还没有任何运行的步骤给出值或指标。</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>可选值：%1</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>值</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>DIGEST</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>ROUNDS AND ITEMS</source>
        <translation>各轮与各项</translation>
    </message>
    <message>
        <source>VALUES</source>
        <translation>值</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message numerus="yes">
        <source>%n more passed; --json lists all</source>
        <translation>
            <numerusform>还有 %n 个通过；--json 列出全部</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个出错</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个通过</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>tests, time</comment>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>return when it is known what the event started</source>
        <translation>得知事件启动了什么之后再返回</translation>
    </message>
    <message>
        <source>Put an event into the inbox: it starts the pipelines that listen to its name (`on`).</source>
        <translation>把事件放入收件箱：它会启动监听其名称（`on`）的流水线。</translation>
    </message>
    <message>
        <source>a part of its data; NAME:=JSON for what is no text</source>
        <translation>其数据的一部分；非文本的值写作 NAME:=JSON</translation>
    </message>
    <message>
        <source>its data as an object; @FILE or @- reads it from there</source>
        <translation>其数据，为一个对象；@FILE 或 @- 表示从该处读取</translation>
    </message>
    <message>
        <source>name and key again are the same event: it starts nothing twice</source>
        <translation>名称和键相同即为同一事件：不会重复启动任何内容</translation>
    </message>
    <message>
        <source>List the events that came in and what each started, newest first; or handle one again.</source>
        <translation>列出收到的事件及各自启动了什么，最新的在前；或再次处理某个事件。</translation>
    </message>
    <message>
        <source>Remove what `retention` no longer keeps and what nothing needs; never what a model version needs.</source>
        <translation>删除 `retention` 不再保留且无处需要的内容；绝不删除模型版本所需的内容。</translation>
    </message>
    <message>
        <source>only say what would go, and how much that is</source>
        <translation>只说明会删除什么以及大小</translation>
    </message>
    <message>
        <source>size</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>nothing is kept yet</source>
        <translation>尚未保存任何内容</translation>
    </message>
    <message>
        <source>%1 are kept</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>`penstock gc` would free %1.</source>
        <translation>`penstock gc` 可释放 %1。</translation>
    </message>
    <message>
        <source>It is kept. Nothing starts here until this workspace is trusted: `penstock run FILE --trust`.</source>
        <translation>事件已保存。在信任此工作区之前，此处不会启动任何内容：`penstock run FILE --trust`。</translation>
    </message>
    <message>
        <source>%1 came before with this key; nothing was started again.</source>
        <translation>%1 已以此键收到过；没有再次启动任何内容。</translation>
    </message>
    <message>
        <source>%1 is in the inbox.</source>
        <translation>%1 已在收件箱中。</translation>
    </message>
    <message>
        <source>folders of runs</source>
        <translation>运行的文件夹</translation>
    </message>
    <message>
        <source>logs of attempts</source>
        <translation>尝试的日志</translation>
    </message>
    <message>
        <source>contents of the store</source>
        <translation>存储中的内容</translation>
    </message>
    <message>
        <source>displaced files</source>
        <translation>被移开的文件</translation>
    </message>
    <message>
        <source>quarantined logs</source>
        <translation>被隔离的日志</translation>
    </message>
    <message>
        <source>folders of model versions</source>
        <translation>模型版本的文件夹</translation>
    </message>
    <message>
        <source>Steps are running. It is done when they have ended.</source>
        <translation>有步骤正在运行。它们结束后便会执行。</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>only logs</source>
        <translation>仅日志</translation>
    </message>
    <message>
        <source>Everything here is still needed.</source>
        <translation>这里的一切都仍然需要。</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>%1 would be freed.</source>
        <translation>可释放 %1。</translation>
    </message>
    <message>
        <source>%1 freed.</source>
        <translation>已释放 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n time(s) again)</source>
        <translation>
            <numerusform>%1（又收到 %n 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (replay of %2)</source>
        <translation>%1（重放 %2）</translation>
    </message>
    <message>
        <source>No events yet. `penstock emit NAME` sends one; `on` in a pipeline listens to it.</source>
        <translation>尚无事件。`penstock emit NAME` 可发送一个；流水线中的 `on` 会监听它。</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>RECEIVED</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>started by</source>
        <translation>启动者</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>what it left was removed by retention on %1</source>
        <translation>其留下的内容已于 %1 按保留规则删除</translation>
    </message>
    <message>
        <source>its logs were removed by retention on %1</source>
        <translation>其日志已于 %1 按保留规则删除</translation>
    </message>
    <message>
        <source>%1 is a backup of %2 in %3. RESTORE.txt in it says how to restore it.</source>
        <translation>%1 是备份，含 %2，共 %3。其中的 RESTORE.txt 说明如何恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Write all that cannot be made again into one tar file; steps may run meanwhile.</source>
        <translation>把所有无法重新生成的内容写入一个 tar 文件；期间步骤可以继续运行。</translation>
    </message>
    <message>
        <source>Keep what steps need and nobody should read. The value comes from stdin or is asked for.</source>
        <translation>保存步骤需要而旁人不应读到的内容。其值取自标准输入，或当场询问。</translation>
    </message>
    <message>
        <source>set: in a file that only you can read, not in the keyring</source>
        <translation>set：存入只有您能读取的文件，而不是密钥环</translation>
    </message>
    <message>
        <source>Value of %1 (it is not shown): </source>
        <translation>%1 的值（不会显示）：</translation>
    </message>
    <message>
        <source>%1 is kept in a file that only you can read.</source>
        <translation>%1 已存入只有您能读取的文件。</translation>
    </message>
    <message>
        <source>%1 is kept in the keyring.</source>
        <translation>%1 已存入密钥环。</translation>
    </message>
    <message>
        <source>It is so short that logs cannot hide it.</source>
        <translation>它太短，日志无法将其隐藏。</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有工作区</translation>
    </message>
    <message>
        <source>There are no secrets. `penstock secret set NAME` keeps one.</source>
        <translation>没有机密。`penstock secret set NAME` 可保存一个。</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存于</translation>
    </message>
    <message>
        <source>Holds in</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 已移除。</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>every point that the script of the step logged</source>
        <translation>该步骤的脚本记录的每个点</translation>
    </message>
    <message>
        <source>SERIES</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>POINTS</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>STEP</source>
        <comment>of a training, in a table of series</comment>
        <translation>步数</translation>
    </message>
    <message>
        <source>LAST</source>
        <translation>最新值</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>It was told its own MLFLOW_TRACKING_URI, and logged there.</source>
        <translation>它有自己的 MLFLOW_TRACKING_URI，内容记录在那里。</translation>
    </message>
    <message>
        <source>Its script logged nothing while it ran.</source>
        <translation>其脚本在运行期间没有记录任何内容。</translation>
    </message>
    <message>
        <source>PARAMETER</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Show one run and its steps; or one step, with what it made, its values, its tests and what its script logged.</source>
        <translation>显示一次运行及其步骤；或者一个步骤及其产出、值、测试和脚本记录的内容。</translation>
    </message>
    <message>
        <source>virtual environments</source>
        <translation>虚拟环境</translation>
    </message>
    <message>
        <source>Draw a pipeline into files; needs no display, no owner and no workspace.</source>
        <translation>将流水线绘制成文件；不需要显示器、所有者进程或工作区。</translation>
    </message>
    <message>
        <source>a drawing for the web and for papers</source>
        <translation>用于网页和论文的矢量图</translation>
    </message>
    <message>
        <source>a picture of points</source>
        <translation>位图</translation>
    </message>
    <message>
        <source>one page</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>png: points for a pixel; otherwise 2</source>
        <translation>png：每像素的点数；默认为 2</translation>
    </message>
    <message>
        <source>the dark colours of Studio</source>
        <translation>Studio 的深色配色</translation>
    </message>
    <message>
        <source>keep the text of the pipeline in the files</source>
        <translation>在文件中保留流水线文本</translation>
    </message>
    <message>
        <source>add: behind this step</source>
        <translation>add：放在这个步骤之后</translation>
    </message>
    <message>
        <source>remove: link what came before with what came after</source>
        <translation>remove：把之前的步骤与之后的步骤连接起来</translation>
    </message>
    <message>
        <source>connect, disconnect: this output of FROM becomes an input of TO</source>
        <translation>connect、disconnect：FROM 的这个输出成为 TO 的输入</translation>
    </message>
    <message>
        <source>connect, disconnect: this input of TO</source>
        <translation>connect、disconnect：TO 的这个输入</translation>
    </message>
    <message>
        <source>connect, disconnect: a branch of a choice, taken when this holds</source>
        <translation>connect、disconnect：选择步骤的一个分支，条件成立时走这里</translation>
    </message>
    <message>
        <source>connect, disconnect: the branch that is taken otherwise</source>
        <translation>connect、disconnect：其他情况下走的分支</translation>
    </message>
    <message>
        <source>connect, disconnect: the way after a failure of FROM</source>
        <translation>connect、disconnect：FROM 失败后的去向</translation>
    </message>
    <message>
        <source>connect, disconnect: the way after a rejection</source>
        <translation>connect、disconnect：被拒绝后的去向</translation>
    </message>
    <message>
        <source>connect: the way leads back, so often in a run</source>
        <translation>connect：这是返回路径，一次运行中最多走这么多次</translation>
    </message>
    <message>
        <source>Both mean the same.</source>
        <translation>两者含义相同。</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>新增 %1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>%1, renamed from %2</source>
        <translation>%1，由 %2 重命名而来</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
    <message>
        <source>write nothing, only show what would change</source>
        <translation>不写入，只显示会发生的更改</translation>
    </message>
    <message>
        <source>write nothing, list the files that are not in it; returns 1 when there are some</source>
        <translation>不写入，列出不符合规范格式的文件；如有则返回 1</translation>
    </message>
    <message>
        <source>%1: written in its normal form</source>
        <translation>%1：已写成规范格式</translation>
    </message>
    <message>
        <source>to standard output</source>
        <translation>写到标准输出</translation>
    </message>
    <message>
        <source>%1 has other names too (hard links); they keep the old content.</source>
        <translation>%1 还有其他名称（硬链接），它们保留原来的内容。</translation>
    </message>
    <message>
        <source>write nothing, show what would change</source>
        <translation>不写入，只显示会有哪些变化</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>退出码：</translation>
    </message>
    <message>
        <source>a file could not be read or written, or changed meanwhile</source>
        <translation>文件无法读取或写入，或在此期间被修改</translation>
    </message>
    <message>
        <source>one value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>VALUE is YAML</source>
        <translation>VALUE 用 YAML 书写</translation>
    </message>
    <message>
        <source>a dot that belongs to a key</source>
        <translation>属于键名的点</translation>
    </message>
    <message>
        <source>with dots: a value</source>
        <translation>带点：一个值</translation>
    </message>
    <message>
        <source>without dots: a step, and what speaks of it</source>
        <translation>不带点：一个步骤以及提到它的内容</translation>
    </message>
    <message>
        <source>a new step</source>
        <translation>一个新步骤</translation>
    </message>
    <message>
        <source>a step, wherever it is named</source>
        <translation>一个步骤，凡是提到它的地方都会改</translation>
    </message>
    <message>
        <source>an artifact that is handed on</source>
        <translation>传递下去的产物</translation>
    </message>
    <message>
        <source>from standard input to standard output</source>
        <translation>从标准输入到标准输出</translation>
    </message>
    <message>
        <source>what is not committed yet</source>
        <translation>尚未提交的内容</translation>
    </message>
    <message>
        <source>since another branch</source>
        <translation>与另一个分支相比</translation>
    </message>
    <message>
        <source>two revisions</source>
        <translation>两个修订</translation>
    </message>
    <message>
        <source>a file and standard input</source>
        <translation>一个文件与标准输入</translation>
    </message>
    <message>
        <source>all pipelines of a branch</source>
        <translation>一个分支的所有流水线</translation>
    </message>
    <message>
        <source>write the file, where it is not in its normal form yet</source>
        <translation>文件还不是规范格式时写入</translation>
    </message>
    <message>
        <source>for a hook or a build: list the files that are not</source>
        <translation>用于钩子或构建：列出不规范的文件</translation>
    </message>
    <message>
        <source>show what it would change</source>
        <translation>显示会改动什么</translation>
    </message>
    <message>
        <source>as a filter, for editors</source>
        <translation>作为过滤器，供编辑器使用</translation>
    </message>
    <message>
        <source>for a page</source>
        <translation>用于网页</translation>
    </message>
    <message>
        <source>several files at once</source>
        <translation>一次生成多个文件</translation>
    </message>
    <message>
        <source>the text of the pipeline comes along inside</source>
        <translation>把流水线的文本一并放在图里</translation>
    </message>
    <message>
        <source>done, also when there was nothing to change</source>
        <translation>完成，没有可改动的内容时也是</translation>
    </message>
    <message>
        <source>refused, and nothing was written</source>
        <translation>被拒绝，没有写入任何内容</translation>
    </message>
    <message>
        <source>both mean the same</source>
        <translation>两者含义相同</translation>
    </message>
    <message>
        <source>they differ</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>one of them is not there or no pipeline</source>
        <translation>其中之一不存在或不是流水线</translation>
    </message>
    <message>
        <source>done; with --check: all are in their normal form</source>
        <translation>完成；用 --check 时：全部符合规范格式</translation>
    </message>
    <message>
        <source>--check: some are not</source>
        <translation>--check：有的不符合</translation>
    </message>
    <message>
        <source>one is not there or cannot be read as YAML; none was written</source>
        <translation>有文件不存在或不是可读的 YAML；没有写入任何文件</translation>
    </message>
    <message>
        <source>Change a pipeline file where it says what is meant, and nowhere else: set PATH VALUE, add NAME VALUE…, remove NAME…, rename OLD NEW, connect FROM TO, disconnect FROM TO. VALUE is YAML; FILE is a file, a pipeline&apos;s name, or - for standard input and output.</source>
        <translation>只在需要的地方修改流水线文件，其余保持不变：set PATH VALUE、add NAME VALUE…、remove NAME…、rename OLD NEW、connect FROM TO、disconnect FROM TO。VALUE 用 YAML 书写；FILE 是文件、流水线的名称，或 -（标准输入和标准输出）。</translation>
    </message>
    <message>
        <source>Compare two pipelines in meaning, step by step. A and B are files, names of pipelines, REV:FILE of a revision, or - for standard input; A alone is compared with the last commit.</source>
        <translation>按含义逐个步骤比较两个流水线。A 和 B 是文件、流水线的名称、某个修订中的 REV:FILE，或 -（标准输入）；只给 A 时与最近一次提交比较。</translation>
    </message>
    <message>
        <source>Write pipeline files in their normal form: the order of keys, indentation, quotes, blank lines. Comments stay, and so does what the file means. - reads standard input and writes standard output.</source>
        <translation>将流水线文件写成规范格式：键的顺序、缩进、引号和空行。注释和文件的含义保持不变。用 - 时从标准输入读取，写到标准输出。</translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message>
        <source>Run · %1</source>
        <translation>运行 · %1</translation>
    </message>
    <message>
        <source>Model version · %1</source>
        <translation>模型版本 · %1</translation>
    </message>
    <message>
        <source>Approval · %1</source>
        <translation>审批 · %1</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command · %1</source>
        <translation>命令 · %1</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>run began</source>
        <translation>运行开始</translation>
    </message>
    <message>
        <source>run began with %1</source>
        <translation>运行开始，参数 %1</translation>
    </message>
    <message>
        <source>cancel was asked for</source>
        <translation>已要求取消</translation>
    </message>
    <message>
        <source>cancel was asked for: %1</source>
        <translation>已要求取消：%1</translation>
    </message>
    <message>
        <source>run ended: %1</source>
        <translation>运行结束：%1</translation>
    </message>
    <message>
        <source>may start</source>
        <translation>可以启动</translation>
    </message>
    <message>
        <source>handed to the registry</source>
        <translation>已交给模型注册表</translation>
    </message>
    <message>
        <source>attempt %1 planned</source>
        <translation>第 %1 次尝试已计划</translation>
    </message>
    <message>
        <source>attempt %1 started, process %2</source>
        <translation>第 %1 次尝试已启动，进程 %2</translation>
    </message>
    <message>
        <source>attempt %1 ended well</source>
        <translation>第 %1 次尝试顺利结束</translation>
    </message>
    <message>
        <source>attempt %1: %2</source>
        <translation>第 %1 次尝试：%2</translation>
    </message>
    <message>
        <source>tries again at %1</source>
        <translation>将于 %1 重试</translation>
    </message>
    <message>
        <source>goes on to %1</source>
        <translation>接着执行 %1</translation>
    </message>
    <message>
        <source>asks for a decision</source>
        <translation>请求决定</translation>
    </message>
    <message>
        <source>withdraws its question</source>
        <translation>撤回其问题</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>由 %1 批准</translation>
    </message>
    <message>
        <source>rejected by %1</source>
        <translation>由 %1 拒绝</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Production of %1 changed</source>
        <translation>%1 的生产版本已更改</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>已注册 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>went back; a new round begins</source>
        <translation>已返回；新一轮开始</translation>
    </message>
    <message>
        <source>fans out, items: %1</source>
        <translation>展开，项数：%1</translation>
    </message>
    <message>
        <source>opened its pipeline</source>
        <translation>已打开其流水线</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>等待至 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>event %1 came in: %2</source>
        <translation>收到事件 %1：%2</translation>
    </message>
    <message>
        <source>event %1 came again</source>
        <translation>事件 %1 再次到来</translation>
    </message>
    <message>
        <source>event %1 was handled</source>
        <translation>事件 %1 已处理</translation>
    </message>
    <message>
        <source>retention began to remove what is no longer kept</source>
        <translation>按保留规则开始删除不再保留的内容</translation>
    </message>
    <message>
        <source>retention is done</source>
        <translation>按保留规则的删除已完成</translation>
    </message>
</context>
<context>
    <name>ExplanationText</name>
    <message>
        <source>It waits.</source>
        <translation>正在等待。</translation>
    </message>
    <message>
        <source>It runs.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>It ran.</source>
        <translation>已运行。</translation>
    </message>
    <message>
        <source>It was taken from the cache.</source>
        <translation>取自缓存。</translation>
    </message>
    <message>
        <source>It was taken over from another run.</source>
        <translation>沿用自另一次运行。</translation>
    </message>
    <message>
        <source>It did not run.</source>
        <translation>没有运行。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Declared outputs</source>
        <translation>声明的输出</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>name: before → now</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Ended</source>
        <translation>结束状态</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>attempt %1: %2</source>
        <translation>第 %1 次尝试：%2</translation>
    </message>
    <message>
        <source>next at %1</source>
        <translation>下次于 %1</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1 作出</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <translation>由 %1 作出：%2</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>%1 of processor time</source>
        <translation>处理器时间 %1</translation>
    </message>
    <message>
        <source>%1 MiB at most</source>
        <translation>最多 %1 MiB</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用资源</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Reads %1 first: %2.</source>
        <comment>data/raw, 1.2 of 5.0 GB</comment>
        <translation>先读取 %1：%2。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>The code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>%1 changed while this attempt ran.</source>
        <translation>%1 在此次尝试期间有变化。</translation>
    </message>
    <message>
        <source>%1 is not what it was for %2.</source>
        <comment>a file, an attempt</comment>
        <translation>%1 与 %2 时的不同。</translation>
    </message>
    <message>
        <source>Beside %1</source>
        <translation>与 %1 相比</translation>
    </message>
    <message>
        <source>All that it made is the same.</source>
        <translation>其所有结果都相同。</translation>
    </message>
    <message>
        <source>It did not run there.</source>
        <translation>它在那次运行中没有运行。</translation>
    </message>
    <message>
        <source>%1 differs</source>
        <comment>something that a step made or took</comment>
        <translation>%1 不同</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>%1  %2  (%3)</source>
        <comment>name, value, type</comment>
        <translation>%1  %2  （%3）</translation>
    </message>
</context>
<context>
    <name>GraphText</name>
    <message>
        <source>%1 · taken %2×</source>
        <translation>%1 · 已走 %2 次</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>策略 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>晋级到%1</translation>
    </message>
    <message>
        <source>not built yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>ends here</source>
        <translation>在此结束</translation>
    </message>
    <message>
        <source>fails here</source>
        <translation>在此失败</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 · back ≤ %2×</source>
        <translation>%1 · 返回 ≤ %2×</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%2 项中的 %1 项</translation>
    </message>
    <message>
        <source>reading %1</source>
        <comment>1.2 of 5.0 GB</comment>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>LineageText</name>
    <message>
        <source>no inputs</source>
        <translation>无输入</translation>
    </message>
    <message>
        <source>none declared</source>
        <translation>未声明</translation>
    </message>
    <message>
        <source>code not recorded</source>
        <translation>未记录代码</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选版本</translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n 个输入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Draw, run, compare and approve machine-learning pipelines.</source>
        <translation>绘制、运行、对比并审批机器学习流水线。</translation>
    </message>
    <message>
        <source>The workspace to open.</source>
        <translation>要打开的工作区。</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>同上。</translation>
    </message>
    <message>
        <source>Draw this pipeline file, and leave.</source>
        <translation>绘制此流水线文件，然后退出。</translation>
    </message>
    <message>
        <source>With --export-graph: write a drawing.</source>
        <translation>与 --export-graph 合用：写出矢量图。</translation>
    </message>
    <message>
        <source>With --export-graph: write a picture of points.</source>
        <translation>与 --export-graph 合用：写出位图。</translation>
    </message>
    <message>
        <source>With --export-graph: write a page.</source>
        <translation>与 --export-graph 合用：写出一页 PDF。</translation>
    </message>
    <message>
        <source>With --png: points for a pixel; otherwise 2.</source>
        <translation>与 --png 合用：每像素的点数；默认为 2。</translation>
    </message>
    <message>
        <source>With --export-graph: the dark colours.</source>
        <translation>与 --export-graph 合用：使用深色配色。</translation>
    </message>
    <message>
        <source>With --export-graph: keep the text of the pipeline in the pictures.</source>
        <translation>与 --export-graph 合用：在图片中保留流水线文本。</translation>
    </message>
    <message>
        <source>With --export-graph: print JSON.</source>
        <translation>与 --export-graph 合用：输出 JSON。</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This step does not say which pipeline it runs.</source>
        <translation>该步骤没有说明它运行哪条流水线。</translation>
    </message>
    <message>
        <source>Cut {count} edges</source>
        <translation>剪断 {count} 条边</translation>
    </message>
    <message>
        <source>Connect {count} steps in a row</source>
        <translation>依次连接 {count} 个步骤</translation>
    </message>
    <message>
        <source>Events from outside that start a run.</source>
        <translation>触发运行的外部事件。</translation>
    </message>
    <message>
        <source>What a pipeline that runs this one as a step gets from it.</source>
        <translation>把本流水线作为步骤运行的流水线从中得到的内容。</translation>
    </message>
    <message>
        <source>Folders whose programs go first.</source>
        <translation>其中的程序优先使用的文件夹。</translation>
    </message>
    <message>
        <source>An expression about event; when it is false the event starts nothing here.</source>
        <translation>关于 event 的表达式；为假时该事件不会在此启动任何运行。</translation>
    </message>
    <message>
        <source>Where it is written, relative to the workspace; empty: a private place for each attempt.</source>
        <translation>写入的位置，相对于工作区；留空则每次尝试使用各自的私有位置。</translation>
    </message>
    <message>
        <source>Values for the parameters of that pipeline.</source>
        <translation>该流水线各参数的值。</translation>
    </message>
    <message>
        <source>The metrics that the version is registered with.</source>
        <translation>登记该版本时所附的指标。</translation>
    </message>
    <message>
        <source>A JSON file of numbers that the command writes.</source>
        <translation>命令写出的、由数字组成的 JSON 文件。</translation>
    </message>
    <message>
        <source>Collapse to {what}</source>
        <translation>折叠为 {what}</translation>
    </message>
    <message>
        <source>Expand {what}</source>
        <translation>展开 {what}</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>添加 {what}</translation>
    </message>
    <message>
        <source>Frame {what}</source>
        <translation>加框 {what}</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Remove what was chosen</source>
        <translation>移除所选内容</translation>
    </message>
    <message>
        <source>Put {what} into an edge</source>
        <translation>把 {what} 插入到一条边中</translation>
    </message>
    <message>
        <source>The text is not valid JSON.</source>
        <translation>文本不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The value of the parameter &quot;{name}&quot; contains a NUL byte, which no program can be given. Remove it.</source>
        <translation>参数“{name}”的值含有 NUL 字节，无法传给任何程序。请将其删除。</translation>
    </message>
    <message>
        <source>The parameter &quot;{name}&quot; has no default. Give it a value.</source>
        <translation>参数“{name}”没有默认值。请为它给出值。</translation>
    </message>
    <message>
        <source>{value} is not one of the choices of the parameter &quot;{name}&quot;. Choose from: {choices}.</source>
        <translation>{value} 不是参数“{name}”的可选值。可选：{choices}。</translation>
    </message>
    <message>
        <source>Parameters must be a JSON object of names and values, like {&quot;c&quot;: 1.5}.</source>
        <translation>参数必须是由名称和值组成的 JSON 对象，例如 {&quot;c&quot;: 1.5}。</translation>
    </message>
    <message>
        <source>{value} is too large for the parameter &quot;{name}&quot;. The maximum is {maximum}.</source>
        <translation>{value} 对参数“{name}”来说过大。最大值为 {maximum}。</translation>
    </message>
    <message>
        <source>The value of the parameter &quot;{name}&quot; is longer than {limit} bytes. Put it into a file and give its path.</source>
        <translation>参数“{name}”的值超过 {limit} 字节。请把它放进文件，并给出文件路径。</translation>
    </message>
    <message>
        <source>{value} is too small for the parameter &quot;{name}&quot;. The minimum is {minimum}.</source>
        <translation>{value} 对参数“{name}”来说过小。最小值为 {minimum}。</translation>
    </message>
    <message>
        <source>The pipeline &quot;{pipeline}&quot; has no parameter &quot;{name}&quot;.</source>
        <translation>流水线“{pipeline}”没有参数“{name}”。</translation>
    </message>
    <message>
        <source>There is no parameter &quot;{name}&quot;. Did you mean &quot;{nearest}&quot;?</source>
        <translation>没有参数“{name}”。您是指“{nearest}”吗？</translation>
    </message>
    <message>
        <source>{value} does not fit the parameter &quot;{name}&quot;, which is of type {type}.</source>
        <translation>{value} 不符合参数“{name}”，其类型为 {type}。</translation>
    </message>
    <message>
        <source>The frozen form of a pipeline cannot be read. It was written by another version or is damaged; `penstock doctor` tells more.</source>
        <translation>无法读取流水线的固定副本。它由其他版本写入或已损坏；详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The metric &quot;{name}&quot; has a name of more than {limit} bytes. Shorten it.</source>
        <translation>指标“{name}”的名称超过 {limit} 字节。请缩短它。</translation>
    </message>
    <message>
        <source>The metrics file holds JSON, but not an object of names and numbers (found: {found}). Write for example {&quot;accuracy&quot;: 0.98}.</source>
        <translation>指标文件是 JSON，但不是由名称和数字组成的对象（实际为：{found}）。请写成例如 {&quot;accuracy&quot;: 0.98}。</translation>
    </message>
    <message>
        <source>The metrics file is not valid JSON. Write for example {&quot;accuracy&quot;: 0.98}.</source>
        <translation>指标文件不是有效的 JSON。请写成例如 {&quot;accuracy&quot;: 0.98}。</translation>
    </message>
    <message>
        <source>There are more than {limit} metrics. Keep the ones that people compare, and put the rest into an output.</source>
        <translation>指标超过 {limit} 个。请保留供人比较的指标，其余放进输出。</translation>
    </message>
    <message>
        <source>Line {line} of $PENSTOCK_OUTPUTS has no valid JSON after &quot;:=&quot;: {text}</source>
        <translation>$PENSTOCK_OUTPUTS 第 {line} 行的“:=”之后不是有效的 JSON：{text}</translation>
    </message>
    <message>
        <source>Line {line} of $PENSTOCK_OUTPUTS does not begin with a name of letters, digits, &apos;_&apos; and &apos;-&apos;: {text}</source>
        <translation>$PENSTOCK_OUTPUTS 第 {line} 行未以由字母、数字、“_”和“-”组成的名称开头：{text}</translation>
    </message>
    <message>
        <source>The step declares the value &quot;{name}&quot;, but did not write it. Write {name}=TEXT or {name}:=JSON to $PENSTOCK_OUTPUTS.</source>
        <translation>该步骤声明了值“{name}”，却没有写出。请将 {name}=TEXT 或 {name}:=JSON 写入 $PENSTOCK_OUTPUTS。</translation>
    </message>
    <message>
        <source>Line {line} of $PENSTOCK_OUTPUTS is neither key=text nor key:=JSON: {text}</source>
        <translation>$PENSTOCK_OUTPUTS 第 {line} 行既不是 key=text，也不是 key:=JSON：{text}</translation>
    </message>
    <message>
        <source>The step wrote {value} as the value &quot;{name}&quot;, but only these are declared: {choices}.</source>
        <translation>该步骤将值“{name}”写为 {value}，但只声明了：{choices}。</translation>
    </message>
    <message>
        <source>The step wrote more than {limit} bytes to $PENSTOCK_OUTPUTS. Put large results into an output.</source>
        <translation>该步骤向 $PENSTOCK_OUTPUTS 写入了超过 {limit} 字节。请把较大的结果放进输出。</translation>
    </message>
    <message>
        <source>{path} is a file or folder, and a command learns the path of one only from its inputs.</source>
        <translation>{path} 是文件或文件夹，而命令只能从自己的输入得知其路径。</translation>
    </message>
    <message>
        <source>What is registered must be the output of a step.</source>
        <translation>注册的内容必须是某个步骤的输出。</translation>
    </message>
    <message>
        <source>The number of attempts must be from 1 to {limit}.</source>
        <translation>尝试次数必须在 1 到 {limit} 之间。</translation>
    </message>
    <message>
        <source>The backoff must be a number from 1 to 100: each delay is so many times the one before.</source>
        <translation>退避倍数必须是 1 到 100 之间的数：每次延迟是前一次的这么多倍。</translation>
    </message>
    <message>
        <source>The number of processors must be greater than 0 and at most 4096.</source>
        <translation>处理器数必须大于 0 且不超过 4096。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of an input. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作输入的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>The jitter must be a number from 0 to 1: the part of the delay that is left to chance.</source>
        <translation>抖动必须是 0 到 1 之间的数：即延迟中随机的部分。</translation>
    </message>
    <message>
        <source>&quot;{line}&quot; is not a model line.</source>
        <translation>“{line}”不是模型线。</translation>
    </message>
    <message>
        <source>The major version must not be negative.</source>
        <translation>主版本号不能为负数。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a model. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作模型的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of an output. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作输出的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a parameter. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作参数的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a pipeline. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作流水线的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is not an outcome after which a step can be tried again.</source>
        <translation>“{word}”不是可以让步骤重试的结果。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a step. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作步骤的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a value. Names begin with a letter or &apos;_&apos; and go on with letters, digits, &apos;_&apos; and &apos;-&apos;, 64 at most.</source>
        <translation>“{name}”不能用作值的名称。名称须以字母或“_”开头，其后为字母、数字、“_”和“-”，最长 64 个字符。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of an environment variable. Use letters, digits and &apos;_&apos;, and no digit at the beginning.</source>
        <translation>“{name}”不能用作环境变量的名称。请使用字母、数字和“_”，且不以数字开头。</translation>
    </message>
    <message>
        <source>&quot;{version}&quot; is not a version of a model.</source>
        <translation>“{version}”不是模型的版本。</translation>
    </message>
    <message>
        <source>This branch stands after &quot;else&quot; and is never taken.</source>
        <translation>该分支位于“else”之后，永远不会被选中。</translation>
    </message>
    <message>
        <source>This branch does not say to which step it leads.</source>
        <translation>该分支没有说明通往哪个步骤。</translation>
    </message>
    <message>
        <source>This choice of the parameter &quot;{name}&quot; is there twice.</source>
        <translation>参数“{name}”的这个可选值出现了两次。</translation>
    </message>
    <message>
        <source>These steps need each other, so none of them can be the first: {circle}.</source>
        <translation>这些步骤互相依赖，因此没有一个能最先执行：{circle}。</translation>
    </message>
    <message>
        <source>There are two inputs called &quot;{name}&quot;.</source>
        <translation>有两个名为“{name}”的输入。</translation>
    </message>
    <message>
        <source>There are two outputs called &quot;{name}&quot;.</source>
        <translation>有两个名为“{name}”的输出。</translation>
    </message>
    <message>
        <source>There are two parameters called &quot;{name}&quot;.</source>
        <translation>有两个名为“{name}”的参数。</translation>
    </message>
    <message>
        <source>There are two steps called &quot;{name}&quot;.</source>
        <translation>有两个名为“{name}”的步骤。</translation>
    </message>
    <message>
        <source>There are two values called &quot;{name}&quot;.</source>
        <translation>有两个名为“{name}”的值。</translation>
    </message>
    <message>
        <source>The environment variable &quot;{name}&quot; is set twice.</source>
        <translation>环境变量“{name}”设置了两次。</translation>
    </message>
    <message>
        <source>An approver has no name.</source>
        <translation>有一个审批人没有名称。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; never runs: it needs both &quot;{first}&quot; and &quot;{second}&quot;, and the choice &quot;{choice}&quot; takes only one of the ways to them.</source>
        <translation>“{step}”永远不会运行：它同时依赖“{first}”和“{second}”，而选择步骤“{choice}”只会走通往两者之一的分支。</translation>
    </message>
    <message>
        <source>The question would expire at once.</source>
        <translation>该问题会立即过期。</translation>
    </message>
    <message>
        <source>A declared path cannot contain an expression: it is reserved before the step starts. (&quot;{path}&quot;)</source>
        <translation>声明的路径不能包含表达式：它在步骤启动之前就要预留。（“{path}”）</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is made by the step &quot;{step}&quot;. Read as a file it could be missing, old or half written.</source>
        <translation>“{path}”由步骤“{step}”生成。若作为文件读取，它可能不存在、已过时或只写了一半。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is plain text, but an input is the output of a step or a file of the workspace.</source>
        <translation>“{text}”是纯文本，而输入必须是步骤的输出或工作区中的文件。</translation>
    </message>
    <message>
        <source>An input must be exactly one expression that names the output of a step.</source>
        <translation>输入必须恰好是一个指明某个步骤输出的表达式。</translation>
    </message>
    <message>
        <source>{path} has a value only in a step with &quot;map&quot;.</source>
        <translation>只有在带“map”的步骤中，{path} 才有值。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; is of the kind &quot;{kind}&quot;, which this version does not run yet.</source>
        <translation>步骤“{step}”的类型为“{kind}”，此版本尚不能运行。</translation>
    </message>
    <message>
        <source>The parameter &quot;{name}&quot; is of type {type}, which has no minimum and no maximum.</source>
        <translation>参数“{name}”的类型为 {type}，没有最小值和最大值。</translation>
    </message>
    <message>
        <source>The minimum of the parameter &quot;{name}&quot; is greater than its maximum.</source>
        <translation>参数“{name}”的最小值大于最大值。</translation>
    </message>
    <message>
        <source>The longest delay is shorter than the first one.</source>
        <translation>最长延迟比首次延迟还短。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; may be skipped while this step runs, and then {path} has no value.</source>
        <translation>此步骤运行时“{step}”可能已被跳过，那时 {path} 没有值。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; may have failed while this step runs, and then {path} has no value.</source>
        <translation>此步骤运行时“{step}”可能已经失败，那时 {path} 没有值。</translation>
    </message>
    <message>
        <source>The metrics of a version must be those of a step.</source>
        <translation>版本的指标必须来自某个步骤。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is needed twice.</source>
        <translation>“{name}”被依赖了两次。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; never runs: it needs &quot;{need}&quot;, which is disabled.</source>
        <translation>“{step}”永远不会运行：它依赖的“{need}”已停用。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; needs itself, so it could never start.</source>
        <translation>“{step}”依赖自己，因此永远无法启动。</translation>
    </message>
    <message>
        <source>A duration must not be negative.</source>
        <translation>时长不能为负数。</translation>
    </message>
    <message>
        <source>The step does not say which artifact it registers.</source>
        <translation>该步骤没有说明注册哪个产物。</translation>
    </message>
    <message>
        <source>A choice needs branches.</source>
        <translation>选择步骤需要分支。</translation>
    </message>
    <message>
        <source>Without an &quot;else&quot; the run stops when no branch holds.</source>
        <translation>没有“else”时，如果没有分支成立，运行会停止。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not known of a model in production.</source>
        <translation>生产中的模型没有“{name}”这一项。</translation>
    </message>
    <message>
        <source>The step says nothing that could be run.</source>
        <translation>该步骤没有任何可以运行的内容。</translation>
    </message>
    <message>
        <source>The step does not say what people are asked.</source>
        <translation>该步骤没有说明要问什么。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not known of a run.</source>
        <translation>运行没有“{name}”这一项。</translation>
    </message>
    <message>
        <source>The pipeline has no steps.</source>
        <translation>流水线没有步骤。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; gives no &quot;{name}&quot;.</source>
        <translation>步骤“{step}”不提供“{name}”。</translation>
    </message>
    <message>
        <source>A timeout must be longer than zero.</source>
        <translation>超时时限必须大于零。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is part of the format, but this version does not run it yet.</source>
        <translation>“{key}”是格式的一部分，但此版本尚不能运行。</translation>
    </message>
    <message>
        <source>Before &quot;{step}&quot; nothing is registered, so people will see no candidate beside the question.</source>
        <translation>在“{step}”之前没有注册任何内容，因此问题旁边不会显示候选版本。</translation>
    </message>
    <message>
        <source>A NUL byte cannot be given to a program.</source>
        <translation>无法向程序传递 NUL 字节。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is an absolute path, but the workspace must hold all that its steps make and read.</source>
        <translation>“{path}”是绝对路径，但步骤生成和读取的一切都必须位于工作区内。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; belongs to the documents of the workspace, and a step that writes there would destroy them.</source>
        <translation>“{path}”属于工作区的文档，向那里写入的步骤会毁掉它们。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; lies in {folder}, which holds state that no step may touch.</source>
        <translation>“{path}”位于 {folder}，那里保存着任何步骤都不得改动的状态。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; leaves the workspace.</source>
        <translation>“{path}”超出了工作区。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; overlaps &quot;{other}&quot;, which the same step declares.</source>
        <translation>“{path}”与同一步骤声明的“{other}”重叠。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is the workspace itself.</source>
        <translation>“{path}”就是工作区本身。</translation>
    </message>
    <message>
        <source>A path must not contain control characters.</source>
        <translation>路径不能包含控制字符。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; lies in &quot;{other}&quot;, which the step &quot;{step}&quot; also writes, and nothing says which of the two comes first.</source>
        <translation>“{path}”位于“{other}”之内，而步骤“{step}”也会写入后者，且没有说明两者谁先谁后。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is also written by the step &quot;{step}&quot;, and nothing says which of the two comes first.</source>
        <translation>步骤“{step}”也会写入“{path}”，且没有说明两者谁先谁后。</translation>
    </message>
    <message>
        <source>{path} is a path on disk, which only a command knows, in its arguments, script and environment.</source>
        <translation>{path} 是磁盘上的路径，只有命令在其参数、脚本和环境中才知道它。</translation>
    </message>
    <message>
        <source>&quot;production&quot; could mean several model lines, because this pipeline registers more than one.</source>
        <translation>“production”可能指多条模型线，因为此流水线注册到不止一条模型线。</translation>
    </message>
    <message>
        <source>&quot;production&quot; has no model line to speak of, because this pipeline registers none.</source>
        <translation>“production”没有对应的模型线，因为此流水线没有注册任何模型。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is taken as the name of one program, with its spaces.</source>
        <translation>“{text}”连同其中的空格被当作一个程序的名称。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; puts a version into production without anybody having been asked.</source>
        <translation>“{step}”在未征询任何人的情况下就把版本投入生产。</translation>
    </message>
    <message>
        <source>The environment variable &quot;{name}&quot; belongs to Penstock. Take a name that does not begin with PENSTOCK_.</source>
        <translation>环境变量“{name}”属于 Penstock。请使用不以 PENSTOCK_ 开头的名称。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; becomes the same environment variable as another name here: ..._{variable}.</source>
        <translation>“{name}”会与此处的另一个名称成为同一个环境变量：..._{variable}。</translation>
    </message>
    <message>
        <source>This version does not move versions to &quot;{stage}&quot; yet.</source>
        <translation>此版本尚不能把版本移到“{stage}”。</translation>
    </message>
    <message>
        <source>{path}: what holds for all steps cannot depend on one of them.</source>
        <translation>{path}：适用于所有步骤的内容不能依赖其中某一个步骤。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; declares no value &quot;{name}&quot;. When it does not write one to $PENSTOCK_OUTPUTS, this step fails.</source>
        <translation>步骤“{step}”没有声明值“{name}”。如果它没有向 $PENSTOCK_OUTPUTS 写出该值，此步骤就会失败。</translation>
    </message>
    <message>
        <source>The step has no input &quot;{name}&quot;.</source>
        <translation>该步骤没有输入“{name}”。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; has no output and no value &quot;{name}&quot;.</source>
        <translation>步骤“{step}”既没有输出“{name}”，也没有值“{name}”。</translation>
    </message>
    <message>
        <source>The step has no output &quot;{name}&quot;.</source>
        <translation>该步骤没有输出“{name}”。</translation>
    </message>
    <message>
        <source>The pipeline has no parameter &quot;{name}&quot;.</source>
        <translation>该流水线没有参数“{name}”。</translation>
    </message>
    <message>
        <source>There is no stage &quot;{stage}&quot;.</source>
        <translation>没有阶段“{stage}”。</translation>
    </message>
    <message>
        <source>There is no step &quot;{name}&quot;.</source>
        <translation>没有步骤“{name}”。</translation>
    </message>
    <message>
        <source>The format version {version} is not known.</source>
        <translation>未知的格式版本 {version}。</translation>
    </message>
    <message>
        <source>Nothing uses the parameter &quot;{name}&quot;.</source>
        <translation>参数“{name}”没有被使用。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is both a value and an output, so it is unclear which one is meant.</source>
        <translation>“{name}”既是值又是输出，无法确定指的是哪一个。</translation>
    </message>
    <message>
        <source>Add: {text}</source>
        <translation>请添加：{text}</translation>
    </message>
    <message>
        <source>Put an approval before it.</source>
        <translation>请在它之前加一个审批步骤。</translation>
    </message>
    <message>
        <source>Take away one of these needs or references.</source>
        <translation>请去掉其中一个依赖或引用。</translation>
    </message>
    <message>
        <source>Declare the input {name}: &quot;${{ {path} }}&quot; and write ${{ inputs.{name} }} here.</source>
        <translation>请声明输入 {name}: &quot;${{ {path} }}&quot;，并在此处写 ${{ inputs.{name} }}。</translation>
    </message>
    <message>
        <source>Write default({path}, OTHER) and give the value for that case.</source>
        <translation>请写 default({path}, OTHER)，给出这种情况下的值。</translation>
    </message>
    <message>
        <source>Disable it or replace it.</source>
        <translation>请停用或替换它。</translation>
    </message>
    <message>
        <source>Move &quot;else&quot; to the end.</source>
        <translation>请把“else”移到末尾。</translation>
    </message>
    <message>
        <source>Enable &quot;{step}&quot;, or take the need away.</source>
        <translation>请启用“{step}”，或去掉该依赖。</translation>
    </message>
    <message>
        <source>Set the variable in the &quot;env&quot; of the steps that need it.</source>
        <translation>请在需要它的步骤的“env”中设置该变量。</translation>
    </message>
    <message>
        <source>It gives: {members}.</source>
        <translation>它提供：{members}。</translation>
    </message>
    <message>
        <source>Did you mean &quot;{nearest}&quot;?</source>
        <translation>您是指“{nearest}”吗？</translation>
    </message>
    <message>
        <source>Take it away for now.</source>
        <translation>请暂时去掉它。</translation>
    </message>
    <message>
        <source>Let one need the other (&quot;needs: [{step}]&quot;), give another path, or leave the path out to get a private one.</source>
        <translation>请让其中一个依赖另一个（“needs: [{step}]”）、给出另一个路径，或省略路径以获得私有路径。</translation>
    </message>
    <message>
        <source>Give them paths that do not overlap.</source>
        <translation>请给它们不重叠的路径。</translation>
    </message>
    <message>
        <source>Register the candidate in a step before it.</source>
        <translation>请在它之前的步骤中注册候选版本。</translation>
    </message>
    <message>
        <source>Write a path relative to the workspace; what lies elsewhere can be linked into it.</source>
        <translation>请写相对于工作区的路径；位于别处的内容可以链接进来。</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>请删除其中一个。</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>请给它另一个名称。</translation>
    </message>
    <message>
        <source>Swap them.</source>
        <translation>请将两者对调。</translation>
    </message>
    <message>
        <source>Use it as ${{ params.{name} }}, or remove it.</source>
        <translation>请以 ${{ params.{name} }} 使用它，或将其删除。</translation>
    </message>
    <message>
        <source>Write: {text}</source>
        <translation>请写：{text}</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is nothing that can be done with the audit. Use: penstock audit verify, or penstock audit accept-loss</source>
        <translation>无法对审计执行“{word}”。请使用：penstock audit verify 或 penstock audit accept-loss</translation>
    </message>
    <message>
        <source>{path} lies outside the workspace {workspace}. Give a pipeline of that workspace, or another --workspace.</source>
        <translation>{path} 位于工作区 {workspace} 之外。请给出该工作区中的流水线，或用 --workspace 指定另一个工作区。</translation>
    </message>
    <message>
        <source>{path} is already there in {folder}, and nothing was overwritten. Move it away, or make the workspace elsewhere.</source>
        <translation>{folder} 中已有 {path}，没有覆盖任何内容。请将其移走，或在别处创建工作区。</translation>
    </message>
    <message>
        <source>No event is missing from the end of the log, so there is nothing to accept.</source>
        <translation>日志末尾没有缺失的事件，因此没有可接受的丢失。</translation>
    </message>
    <message>
        <source>The log ends at event {found} and was known up to {known}. If you mean to go on without those events: penstock audit accept-loss --until {known}</source>
        <translation>日志止于事件 {found}，此前已知到 {known}。若确要放弃这些事件继续，请执行：penstock audit accept-loss --until {known}</translation>
    </message>
    <message>
        <source>A step may still be at work, supervised from {path}. Wait until it has ended, then accept the loss.</source>
        <translation>可能仍有步骤在运行，其监督进程位于 {path}。请等它结束后再接受丢失。</translation>
    </message>
    <message>
        <source>The step {step} of {run} has not been tried yet, so it has no log.</source>
        <translation>{run} 的步骤 {step} 尚未尝试过，因此没有日志。</translation>
    </message>
    <message>
        <source>There is no workspace in {path} or above it. `penstock init` makes one, and --workspace names one.</source>
        <translation>{path} 及其上级中没有工作区。可用 `penstock init` 创建，或用 --workspace 指定。</translation>
    </message>
    <message>
        <source>{option} wants a number, not &quot;{text}&quot;.</source>
        <translation>{option} 需要数字，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Something is missing. The command is used with: {operands}</source>
        <translation>缺少内容。该命令的用法：{operands}</translation>
    </message>
    <message>
        <source>&quot;{operand}&quot; is too many. Put quotes around a name with spaces.</source>
        <translation>“{operand}”是多余的。带空格的名称请加引号。</translation>
    </message>
    <message>
        <source>{option} takes no value.</source>
        <translation>{option} 不带值。</translation>
    </message>
    <message>
        <source>There is no option {option}. Did you mean {nearest}?</source>
        <translation>没有选项 {option}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>There is no option {option}. --help lists them.</source>
        <translation>没有选项 {option}。使用 --help 查看所有选项。</translation>
    </message>
    <message>
        <source>{option} wants a value: {option} {value}</source>
        <translation>{option} 需要一个值：{option} {value}</translation>
    </message>
    <message>
        <source>{one} and {other} cannot be used together.</source>
        <translation>{one} 与 {other} 不能同时使用。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a parameter. Write it as name=value.</source>
        <translation>“{text}”不是参数。请写成 name=value。</translation>
    </message>
    <message>
        <source>There is no pipeline {path}. Give the path of its file, or its name in the folder pipelines.</source>
        <translation>没有流水线 {path}。请给出其文件的路径，或它在 pipelines 文件夹中的名称。</translation>
    </message>
    <message>
        <source>Several requests of {run} are open. `penstock approvals` lists them; name one.</source>
        <translation>{run} 有多个请求待决定。`penstock approvals` 会列出它们；请指定一个。</translation>
    </message>
    <message>
        <source>There is no request {request}. Did you mean {nearest}?</source>
        <translation>没有请求 {request}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>There is no request {request}. `penstock approvals` lists the open ones.</source>
        <translation>没有请求 {request}。使用 `penstock approvals` 列出待决定的请求。</translation>
    </message>
    <message>
        <source>There is no run {run}. Did you mean {nearest}?</source>
        <translation>没有运行 {run}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>There is no run {run}. `penstock runs` lists them.</source>
        <translation>没有运行 {run}。使用 `penstock runs` 列出运行。</translation>
    </message>
    <message>
        <source>There is no script {path}.</source>
        <translation>没有脚本 {path}。</translation>
    </message>
    <message>
        <source>The program penstock-shim, which supervises steps, is not in {folder}. Install Penstock anew.</source>
        <translation>{folder} 中没有负责监督步骤的程序 penstock-shim。请重新安装 Penstock。</translation>
    </message>
    <message>
        <source>The run {run} has no step {step}. Did you mean {nearest}?</source>
        <translation>运行 {run} 没有步骤 {step}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>The run {run} has no step {step}.</source>
        <translation>运行 {run} 没有步骤 {step}。</translation>
    </message>
    <message>
        <source>Penstock Studio is not installed here. Install the package with the desktop application.</source>
        <translation>此处未安装 Penstock Studio。请安装包含桌面应用程序的软件包。</translation>
    </message>
    <message>
        <source>There is no template &quot;{name}&quot;. Choose from: {templates}.</source>
        <translation>没有模板“{name}”。可选：{templates}。</translation>
    </message>
    <message>
        <source>There is no command &quot;{name}&quot;. Did you mean &quot;{nearest}&quot;?</source>
        <translation>没有命令“{name}”。您是指“{nearest}”吗？</translation>
    </message>
    <message>
        <source>There is no command &quot;{name}&quot;. `penstock --help` lists them.</source>
        <translation>没有命令“{name}”。使用 `penstock --help` 列出所有命令。</translation>
    </message>
    <message>
        <source>{line} has no version {version}. `penstock models` lists them.</source>
        <translation>{line} 没有版本 {version}。使用 `penstock models` 列出版本。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>Lay out anew</source>
        <translation>重新布局</translation>
    </message>
    <message>
        <source>{step} ends its path: nothing comes after it.</source>
        <translation>{step} 结束其路径：它之后不能再有步骤。</translation>
    </message>
    <message>
        <source>A way back may be taken 1 to {most} times.</source>
        <translation>返回路径可以走 1 到 {most} 次。</translation>
    </message>
    <message>
        <source>{step} cannot fail, so nothing can follow its failure.</source>
        <translation>{step} 不会失败，因此没有失败后的去向。</translation>
    </message>
    <message>
        <source>{to} comes before {from} already; this link would close a circle.</source>
        <translation>{to} 已经在 {from} 之前；这条连线会形成环路。</translation>
    </message>
    <message>
        <source>{from} and {to} are linked so already.</source>
        <translation>{from} 和 {to} 已经这样连接了。</translation>
    </message>
    <message>
        <source>{output} is a file, and a pipeline takes only values as parameters: {step} cannot have it.</source>
        <translation>{output} 是文件，而流水线只接受值作为参数：{step} 无法接收它。</translation>
    </message>
    <message>
        <source>{step} has an `else` already; give the new branch a condition.</source>
        <translation>{step} 已有 `else` 分支；请给新分支设置条件。</translation>
    </message>
    <message>
        <source>{to} speaks of {from} in {place}; change that text first.</source>
        <translation>{to} 在 {place} 中提到了 {from}；请先修改那里的文本。</translation>
    </message>
    <message>
        <source>{step} cannot come after itself.</source>
        <translation>{step} 不能排在自己之后。</translation>
    </message>
    <message>
        <source>{to} does not come before {from}, so this way leads forward and needs no bound.</source>
        <translation>{to} 不在 {from} 之前，这条路径是向前的，不需要次数限制。</translation>
    </message>
    <message>
        <source>{step} has items, each with outputs of its own. Add `best` to its map to give one of them on.</source>
        <translation>{step} 有多个条目，每个条目各有输出。请在其 map 中加入 `best`，以便传递其中一个。</translation>
    </message>
    <message>
        <source>There is no such link from {from} to {to}.</source>
        <translation>{from} 与 {to} 之间没有这样的连线。</translation>
    </message>
    <message>
        <source>{to} comes before {from}: a way back needs a bound (at_most).</source>
        <translation>{to} 在 {from} 之前：返回路径需要次数限制（at_most）。</translation>
    </message>
    <message>
        <source>{step} has no branch {number}.</source>
        <translation>{step} 没有第 {number} 个分支。</translation>
    </message>
    <message>
        <source>{step} takes no files or values.</source>
        <translation>{step} 不接收文件或值。</translation>
    </message>
    <message>
        <source>{step} gives nothing on: it declares no outputs.</source>
        <translation>{step} 没有可传递的内容：它没有声明输出。</translation>
    </message>
    <message>
        <source>{step} has no output called {output}.</source>
        <translation>{step} 没有名为 {output} 的输出。</translation>
    </message>
    <message>
        <source>{step} is no choice, so it has no branches.</source>
        <translation>{step} 不是选择步骤，没有分支。</translation>
    </message>
    <message>
        <source>{output} of {from} is no file, so it cannot be an input of {to}; use it in the text of the command.</source>
        <translation>{from} 的 {output} 不是文件，不能作为 {to} 的输入；请在命令文本中使用它。</translation>
    </message>
    <message>
        <source>{step} asks nobody, so it cannot be rejected.</source>
        <translation>{step} 不向任何人征求批准，因此不会被拒绝。</translation>
    </message>
    <message>
        <source>{from} gives nothing that {to} takes.</source>
        <translation>{from} 没有 {to} 能接收的内容。</translation>
    </message>
    <message>
        <source>{step} has several outputs or they are not known here; say which: {outputs}</source>
        <translation>{step} 有多个输出，或此处不知道有哪些输出；请指明一个：{outputs}</translation>
    </message>
    <message>
        <source>{to} does not take {output} of {from} there.</source>
        <translation>{to} 在那里不接收 {from} 的 {output}。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>There is no step {step}.</source>
        <translation>没有步骤 {step}。</translation>
    </message>
    <message>
        <source>What was copied holds no steps of a pipeline.</source>
        <translation>复制的内容中没有流水线步骤。</translation>
    </message>
    <message>
        <source>What was copied is too large to be steps of a pipeline: more than {limit} MiB.</source>
        <translation>复制的内容太大，不可能是流水线步骤：超过 {limit} MiB。</translation>
    </message>
    <message>
        <source>What was copied is no YAML that can be read; line {line} is wrong.</source>
        <translation>复制的内容不是可读取的 YAML；第 {line} 行有错误。</translation>
    </message>
    <message>
        <source>Connect {from} to {to} instead</source>
        <translation>改为连接 {from} 到 {to}</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>删除 {what}</translation>
    </message>
    <message>
        <source>Remove {count} steps</source>
        <translation>删除 {count} 个步骤</translation>
    </message>
    <message>
        <source>Rename {from} to {to}</source>
        <translation>将 {from} 重命名为 {to}</translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation>更改 {what}</translation>
    </message>
    <message>
        <source>There is already a step {step}.</source>
        <translation>已有步骤 {step}。</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The YAML cannot be read at the moment. Mend the marked line first.</source>
        <translation>目前无法读取 YAML。请先修正标出的行。</translation>
    </message>
    <message>
        <source>There is no attempt {attempt}.</source>
        <translation>没有第 {attempt} 次尝试。</translation>
    </message>
    <message>
        <source>Its condition is false: {condition}</source>
        <translation>其条件不成立：{condition}</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; is part of a circle of needs. `penstock validate` shows the whole circle.</source>
        <translation>步骤“{step}”处于循环依赖之中。使用 `penstock validate` 查看整个循环。</translation>
    </message>
    <message>
        <source>It is disabled.</source>
        <translation>它已停用。</translation>
    </message>
    <message>
        <source>There are two steps called &quot;{step}&quot;. Rename one.</source>
        <translation>有两个名为“{step}”的步骤。请重命名其中一个。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; ends the run as failed.</source>
        <translation>步骤“{step}”使运行以失败结束。</translation>
    </message>
    <message>
        <source>An event of type {type} cannot be read: its field &quot;{field}&quot; is missing or wrong. `penstock doctor` tells more.</source>
        <translation>无法读取类型为 {type} 的事件：其字段“{field}”缺失或有误。详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>Events of type {type} come from a newer version of Penstock. Update to read them.</source>
        <translation>类型为 {type} 的事件来自较新版本的 Penstock。请更新后再读取。</translation>
    </message>
    <message>
        <source>The command ended with exit code {code}. Its log tells more.</source>
        <translation>命令以退出码 {code} 结束。详见其日志。</translation>
    </message>
    <message>
        <source>Nobody answered the request {request} in time, so it counts as rejected.</source>
        <translation>无人及时答复请求 {request}，因此视为拒绝。</translation>
    </message>
    <message>
        <source>The input &quot;{input}&quot; is not the output of a step: {source}</source>
        <translation>输入“{input}”不是步骤的输出：{source}</translation>
    </message>
    <message>
        <source>The input &quot;{input}&quot; is not a path inside the workspace: {source}</source>
        <translation>输入“{input}”不是工作区内的路径：{source}</translation>
    </message>
    <message>
        <source>There is no step {instance} in this run.</source>
        <translation>此运行中没有步骤 {instance}。</translation>
    </message>
    <message>
        <source>It has been running since {since}.</source>
        <translation>它自 {since} 起一直在运行。</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <translation>正在启动。</translation>
    </message>
    <message>
        <source>It is being stopped; it has been running since {since}.</source>
        <translation>正在停止；它自 {since} 起一直在运行。</translation>
    </message>
    <message>
        <source>Nobody saw the command end, so it is not known whether it did its work. Resume the run to do it again.</source>
        <translation>无人见到命令结束，因此不知道它是否完成了工作。请恢复运行以重新执行。</translation>
    </message>
    <message>
        <source>No branch of &quot;{step}&quot; holds and it has no &quot;else&quot;. Add one.</source>
        <translation>“{step}”没有成立的分支，也没有“else”。请添加一个。</translation>
    </message>
    <message>
        <source>None of the steps it needs succeeded.</source>
        <translation>它依赖的步骤没有一个成功。</translation>
    </message>
    <message>
        <source>{path} is a path on disk, which only the command of a step knows.</source>
        <translation>{path} 是磁盘上的路径，只有步骤的命令知道它。</translation>
    </message>
    <message>
        <source>{path}: there is no previous iteration.</source>
        <translation>{path}：没有上一次迭代。</translation>
    </message>
    <message>
        <source>{path}: no version of {line} is in production. Ask for production.exists first, or use default().</source>
        <translation>{path}：{line} 没有处于生产的版本。请先判断 production.exists，或使用 default()。</translation>
    </message>
    <message>
        <source>{path}: there is no step &quot;{name}&quot;.</source>
        <translation>{path}：没有步骤“{name}”。</translation>
    </message>
    <message>
        <source>{path} has no value.</source>
        <translation>{path} 没有值。</translation>
    </message>
    <message>
        <source>The choice &quot;{step}&quot; took another branch.</source>
        <translation>选择步骤“{step}”走了另一个分支。</translation>
    </message>
    <message>
        <source>The command ended well, but what it made could not be taken.</source>
        <translation>命令顺利结束，但无法收取它生成的内容。</translation>
    </message>
    <message>
        <source>The registry was not asked for anything by {instance}.</source>
        <translation>{instance} 没有向模型注册表提出任何请求。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; declares the path &quot;{path}&quot;, which leaves the workspace. Write a path relative to the workspace.</source>
        <translation>步骤“{step}”声明的路径“{path}”超出了工作区。请写相对于工作区的路径。</translation>
    </message>
    <message>
        <source>What is in production for {line} has changed since, so the question is asked anew.</source>
        <translation>{line} 的生产版本此后已改变，因此重新提出问题。</translation>
    </message>
    <message>
        <source>{path} could mean several model lines, because this pipeline registers more than one. Write production(&apos;digits v1&apos;).</source>
        <translation>{path} 可能指多条模型线，因为此流水线注册到不止一条模型线。请写 production(&apos;digits v1&apos;)。</translation>
    </message>
    <message>
        <source>{path} has no model line to speak of, because this pipeline registers none. Write production(&apos;digits v1&apos;).</source>
        <translation>{path} 没有对应的模型线，因为此流水线没有注册任何模型。请写 production(&apos;digits v1&apos;)。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; has no version to promote: {text}</source>
        <translation>步骤“{step}”没有可晋级的版本：{text}</translation>
    </message>
    <message>
        <source>The step could not be prepared, so its command was not started.</source>
        <translation>无法准备该步骤，因此没有启动其命令。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; has no output to register: {text}</source>
        <translation>步骤“{step}”没有可注册的输出：{text}</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; has no metrics to register: {text}</source>
        <translation>步骤“{step}”没有可注册的指标：{text}</translation>
    </message>
    <message>
        <source>{person} rejected it: {comment}</source>
        <translation>{person} 拒绝了：{comment}</translation>
    </message>
    <message>
        <source>What the request {request} shows has changed since you saw it. Look at it again and decide anew.</source>
        <translation>自您查看以来，请求 {request} 所展示的内容已改变。请重新查看后再作决定。</translation>
    </message>
    <message>
        <source>The request {request} has been decided already.</source>
        <translation>请求 {request} 已有决定。</translation>
    </message>
    <message>
        <source>The request {request} has expired.</source>
        <translation>请求 {request} 已过期。</translation>
    </message>
    <message>
        <source>The request {request} cannot be expired by a person. Reject it instead.</source>
        <translation>请求 {request} 不能由人设为过期。请改为拒绝它。</translation>
    </message>
    <message>
        <source>The request {request} was withdrawn, because its run went another way.</source>
        <translation>请求 {request} 已撤回，因为其运行走了另一条分支。</translation>
    </message>
    <message>
        <source>Its success in {run} is reused.</source>
        <translation>沿用它在 {run} 中的成功结果。</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>运行已取消。</translation>
    </message>
    <message>
        <source>The run {run} has ended already.</source>
        <translation>运行 {run} 已经结束。</translation>
    </message>
    <message>
        <source>There is a run {run} already.</source>
        <translation>已有运行 {run}。</translation>
    </message>
    <message>
        <source>A step before failed, so nothing new is started.</source>
        <translation>前面的步骤失败了，因此不再启动新的步骤。</translation>
    </message>
    <message>
        <source>The run {run} has not ended yet, so there is nothing to resume.</source>
        <translation>运行 {run} 尚未结束，因此没有可恢复的内容。</translation>
    </message>
    <message>
        <source>The request of this run was rejected.</source>
        <translation>此运行的请求已被拒绝。</translation>
    </message>
    <message>
        <source>The command was ended by signal {signal}. Its log tells more.</source>
        <translation>命令被信号 {signal} 终止。详见其日志。</translation>
    </message>
    <message>
        <source>The command could not be started.</source>
        <translation>无法启动命令。</translation>
    </message>
    <message>
        <source>The command took longer than its timeout and was stopped.</source>
        <translation>命令超过超时时限，已被停止。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; speaks of a step &quot;{name}&quot;, which there is not.</source>
        <translation>步骤“{step}”提到的步骤“{name}”不存在。</translation>
    </message>
    <message>
        <source>Waits for somebody to decide the request {request}.</source>
        <translation>等待有人对请求 {request} 作出决定。</translation>
    </message>
    <message>
        <source>Waits for {approvers} to decide the request {request}.</source>
        <translation>等待 {approvers} 对请求 {request} 作出决定。</translation>
    </message>
    <message>
        <source>Waits for the path {path}, which {holder} is writing.</source>
        <translation>等待路径 {path}，{holder} 正在写入它。</translation>
    </message>
    <message>
        <source>Waits for the registry.</source>
        <translation>等待模型注册表。</translation>
    </message>
    <message>
        <source>Waits for slots ({wanted} wanted, {used} in use).</source>
        <translation>等待槽位（需要 {wanted} 个，已占用 {used} 个）。</translation>
    </message>
    <message>
        <source>Waits for: {steps}</source>
        <translation>等待：{steps}</translation>
    </message>
    <message>
        <source>Waits until {at} for attempt {attempt}.</source>
        <translation>等到 {at} 进行第 {attempt} 次尝试。</translation>
    </message>
    <message>
        <source>The code changed while the run was under way, so not all steps ran the same code.</source>
        <translation>代码在运行期间发生了变化，因此并非所有步骤都使用相同的代码。</translation>
    </message>
    <message>
        <source>An event of type {type} cannot be read. `penstock doctor` tells more.</source>
        <translation>无法读取类型为 {type} 的事件。详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>What is in production for {line} has changed: {expected} was shown, but now it is {now}. Look at it again and decide anew.</source>
        <translation>{line} 的生产版本已改变：所展示的是 {expected}，现在则是 {now}。请重新查看后再作决定。</translation>
    </message>
    <message>
        <source>There is no stage &quot;{stage}&quot;. This version knows: production.</source>
        <translation>没有阶段“{stage}”。此版本支持：production。</translation>
    </message>
    <message>
        <source>There is no version {version}. `penstock models` lists them.</source>
        <translation>没有版本 {version}。使用 `penstock models` 列出版本。</translation>
    </message>
    <message>
        <source>The digest of what was shown is not one. Leave it out to decide what is current.</source>
        <translation>所展示内容的摘要不是有效的摘要。省略它则对当前内容作出决定。</translation>
    </message>
    <message>
        <source>The command cannot be read: {what}.</source>
        <translation>无法读取命令：{what}。</translation>
    </message>
    <message>
        <source>Event {seq} does not follow the ones before. Read the log again.</source>
        <translation>事件 {seq} 与之前的事件不衔接。请重新读取日志。</translation>
    </message>
    <message>
        <source>{user} may not decide this. It is for: {approvers}. penstock.yaml says who has which role.</source>
        <translation>{user} 无权对此作出决定。有权者：{approvers}。谁拥有哪个角色见 penstock.yaml。</translation>
    </message>
    <message>
        <source>A rejection needs a reason, so that the others know what to change.</source>
        <translation>拒绝需要理由，以便其他人知道要改什么。</translation>
    </message>
    <message>
        <source>Nothing runs in {workspace} until you say that you trust it, because its pipelines can run any program as you. Look at them, then use --trust.</source>
        <translation>在您表示信任之前，{workspace} 中不会运行任何内容，因为其流水线可以以您的身份运行任意程序。请先查看流水线，再使用 --trust。</translation>
    </message>
    <message>
        <source>The backslash before the expression keeps the shell from putting its value in. Remove the backslash, or write $${{ to mean the characters ${{ themselves.</source>
        <translation>表达式前的反斜杠使 shell 不会代入其值。请删除反斜杠；如果要表示字符 ${{ 本身，请写 $${{。</translation>
    </message>
    <message>
        <source>Written with {count} values in the brackets; it is used as {usage}.</source>
        <translation>括号中写了 {count} 个值；其用法为 {usage}。</translation>
    </message>
    <message>
        <source>{function}() cannot take a {type} as value number {position}; it needs: {wanted}.</source>
        <translation>{function}() 的第 {position} 个值不能是 {type}；它需要：{wanted}。</translation>
    </message>
    <message>
        <source>The character {character} has no meaning in an expression. Text must stand in quotes.</source>
        <translation>字符 {character} 在表达式中没有意义。文本必须加引号。</translation>
    </message>
    <message>
        <source>{text} holds an escape that is not known. In double quotes \&quot; \\ \/ \b \f \n \r \t and \u0041 may be written; in single quotes a backslash is just a backslash.</source>
        <translation>{text} 含有未知的转义。双引号内可以写 \&quot; \\ \/ \b \f \n \r \t 和 \u0041；单引号内的反斜杠就是反斜杠本身。</translation>
    </message>
    <message>
        <source>&quot;{line}&quot; is not a model line. Write the model&apos;s name and its major version, for example production(&apos;digits v1&apos;).</source>
        <translation>“{line}”不是模型线。请写模型名称及其主版本号，例如 production(&apos;digits v1&apos;)。</translation>
    </message>
    <message>
        <source>{text} is not a number. Numbers look like 42, 0.5 or 1e-3.</source>
        <translation>{text} 不是数字。数字形如 42、0.5 或 1e-3。</translation>
    </message>
    <message>
        <source>{name} is a function and needs brackets: {usage}.</source>
        <translation>{name} 是函数，需要括号：{usage}。</translation>
    </message>
    <message>
        <source>&apos;{operator}&apos; cannot look for a {part} in a {whole}. It looks for any value in a list, for a string in a string, or for a key in an object.</source>
        <translation>“{operator}”不能在 {whole} 中查找 {part}。它可以在列表中查找任意值、在字符串中查找字符串，或在对象中查找键。</translation>
    </message>
    <message>
        <source>A condition must be true or false, but this one is a {type}. Compare it with something, for example with == or &gt;.</source>
        <translation>条件必须为真或假，但这里是 {type}。请用例如 == 或 &gt; 将它与某个值比较。</translation>
    </message>
    <message>
        <source>The right side of &apos;{operator}&apos; is zero.</source>
        <translation>“{operator}”的右侧为零。</translation>
    </message>
    <message>
        <source>There is no expression here. Write a value, for example params.NAME.</source>
        <translation>这里没有表达式。请写一个值，例如 params.NAME。</translation>
    </message>
    <message>
        <source>{function}() got an empty list, which has no such value.</source>
        <translation>{function}() 得到的是空列表，没有这样的值。</translation>
    </message>
    <message>
        <source>The expression should end before {found}. Between two values there must be an operator such as + or &amp;&amp;.</source>
        <translation>表达式应在 {found} 之前结束。两个值之间必须有运算符，例如 + 或 &amp;&amp;。</translation>
    </message>
    <message>
        <source>production() takes a model line in quotes, for example production(&apos;digits v1&apos;), but here stands {found}.</source>
        <translation>production() 需要加引号的模型线，例如 production(&apos;digits v1&apos;)，但这里是 {found}。</translation>
    </message>
    <message>
        <source>production() takes a model line in quotes, for example production(&apos;digits v1&apos;).</source>
        <translation>production() 需要加引号的模型线，例如 production(&apos;digits v1&apos;)。</translation>
    </message>
    <message>
        <source>After the dot a name must follow, but here stands {found}. Names that are not plain words are written as [&apos;the name&apos;].</source>
        <translation>点号之后必须是名称，但这里是 {found}。不是普通单词的名称写成 [&apos;the name&apos;]。</translation>
    </message>
    <message>
        <source>After the dot a name must follow.</source>
        <translation>点号之后必须是名称。</translation>
    </message>
    <message>
        <source>After {root} the name of a step must be written out, for example {root}.train.outputs.model: which step is meant may not depend on a value.</source>
        <translation>{root} 之后必须直接写出步骤的名称，例如 {root}.train.outputs.model：指哪个步骤不能取决于某个值。</translation>
    </message>
    <message>
        <source>Here {symbol} is missing before {found}.</source>
        <translation>这里在 {found} 之前缺少 {symbol}。</translation>
    </message>
    <message>
        <source>The expression ends too early: {symbol} is missing.</source>
        <translation>表达式过早结束：缺少 {symbol}。</translation>
    </message>
    <message>
        <source>Here a value is missing before {found}.</source>
        <translation>这里在 {found} 之前缺少一个值。</translation>
    </message>
    <message>
        <source>The expression ends too early: a value is missing.</source>
        <translation>表达式过早结束：缺少一个值。</translation>
    </message>
    <message>
        <source>The quoted delimiter of this here document keeps the shell from putting the value of the expression in. Write the delimiter without quotes.</source>
        <translation>此 here document 的分隔符加了引号，使 shell 不会代入表达式的值。请写不带引号的分隔符。</translation>
    </message>
    <message>
        <source>Single quotes keep the shell from putting the value of the expression in. Use double quotes.</source>
        <translation>单引号使 shell 不会代入表达式的值。请使用双引号。</translation>
    </message>
    <message>
        <source>{path} has {length} entries, so there is no entry [{index}]. The first is [0].</source>
        <translation>{path} 有 {length} 个条目，因此没有条目 [{index}]。第一个是 [0]。</translation>
    </message>
    <message>
        <source>An index must be a whole number or a name in quotes, not a {type}.</source>
        <translation>索引必须是整数或加引号的名称，不能是 {type}。</translation>
    </message>
    <message>
        <source>{path} is a {type}, not a list, so [{name}] cannot be read from it.</source>
        <translation>{path} 是 {type} 而不是列表，因此无法从中读取 [{name}]。</translation>
    </message>
    <message>
        <source>{path} is a {type} and has no member &quot;{name}&quot;.</source>
        <translation>{path} 是 {type}，没有成员“{name}”。</translation>
    </message>
    <message>
        <source>{function}() can be used only in the `if` of a step.</source>
        <translation>{function}() 只能用在步骤的 `if` 中。</translation>
    </message>
    <message>
        <source>A value here is &quot;nan&quot; (not a number), so it cannot be compared.</source>
        <translation>这里有一个值是“nan”（不是数字），因此无法比较。</translation>
    </message>
    <message>
        <source>The number {text} is too large.</source>
        <translation>数字 {text} 过大。</translation>
    </message>
    <message>
        <source>The result of &apos;{operator}&apos; is too large.</source>
        <translation>“{operator}”的结果过大。</translation>
    </message>
    <message>
        <source>round() takes from 0 to 15 digits as its second value.</source>
        <translation>round() 的第二个值是 0 到 15 的位数。</translation>
    </message>
    <message>
        <source>{operator} is not an operator here. Write {instead}.</source>
        <translation>{operator} 在这里不是运算符。请写 {instead}。</translation>
    </message>
    <message>
        <source>The expression is nested more than {limit} levels deep. Split it.</source>
        <translation>表达式嵌套超过 {limit} 层。请将其拆分。</translation>
    </message>
    <message>
        <source>The values in this expression together take more than {limit} bytes.</source>
        <translation>此表达式中的值合计超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>The expression is longer than {limit} bytes.</source>
        <translation>表达式超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>&apos;{operator}&apos; cannot be used between a {left} and a {right}. Values are never converted: compare like with like.</source>
        <translation>“{operator}”不能用于 {left} 与 {right} 之间。值从不自动转换：请比较同类的值。</translation>
    </message>
    <message>
        <source>The expression that begins here is not closed. Write }} behind it, or $${{ to mean the characters ${{ themselves.</source>
        <translation>从这里开始的表达式没有结束。请在其后写 }}；如果要表示字符 ${{ 本身，请写 $${{。</translation>
    </message>
    <message>
        <source>There is no function {name}().</source>
        <translation>没有函数 {name}()。</translation>
    </message>
    <message>
        <source>There is no function {name}(). Did you mean {nearest}()?</source>
        <translation>没有函数 {name}()。您是指 {nearest}() 吗？</translation>
    </message>
    <message>
        <source>There is no &quot;{name}&quot; in {path}.</source>
        <translation>{path} 中没有“{name}”。</translation>
    </message>
    <message>
        <source>There is no &quot;{name}&quot; in {path}. Did you mean &quot;{nearest}&quot;?</source>
        <translation>{path} 中没有“{name}”。您是指“{nearest}”吗？</translation>
    </message>
    <message>
        <source>The word {name} is not known here. Paths begin with params, steps, previous, production, run, inputs, outputs or item; text stands in quotes.</source>
        <translation>这里不认识单词 {name}。路径以 params、steps、previous、production、run、inputs、outputs 或 item 开头；文本要加引号。</translation>
    </message>
    <message>
        <source>The word {name} is not known here. Did you mean {nearest}?</source>
        <translation>这里不认识单词 {name}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>The text that begins here has no closing {quote}.</source>
        <translation>从这里开始的文本缺少结尾的 {quote}。</translation>
    </message>
    <message>
        <source>&apos;{operator}&apos; needs true or false, but got a {type}.</source>
        <translation>“{operator}”需要真或假，但得到的是 {type}。</translation>
    </message>
    <message>
        <source>&apos;{operator}&apos; needs a number, but got a {type}.</source>
        <translation>“{operator}”需要数字，但得到的是 {type}。</translation>
    </message>
    <message>
        <source>Write {instead} for {word}.</source>
        <translation>请把 {word} 写成 {instead}。</translation>
    </message>
    <message>
        <source>Add: {key}: {example}</source>
        <translation>请添加：{key}: {example}</translation>
    </message>
    <message>
        <source>A branch has either &quot;if&quot; and &quot;then&quot; or &quot;else&quot;.</source>
        <translation>分支要么有“if”和“then”，要么有“else”。</translation>
    </message>
    <message>
        <source>A branch needs &quot;if&quot; and &quot;then&quot;, or &quot;else&quot;.</source>
        <translation>分支需要“if”和“then”，或者“else”。</translation>
    </message>
    <message>
        <source>Make it two branches.</source>
        <translation>请分成两个分支。</translation>
    </message>
    <message>
        <source>Add one of: {kinds}</source>
        <translation>请添加以下之一：{kinds}</translation>
    </message>
    <message>
        <source>Did you mean &quot;{key}&quot;?</source>
        <translation>您是指“{key}”吗？</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be true or false.</source>
        <translation>“{key}”必须为 true 或 false。</translation>
    </message>
    <message>
        <source>A branch must be a mapping.</source>
        <translation>分支必须是映射。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a list of branches.</source>
        <translation>“{key}”必须是分支的列表。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a list (the program and its arguments) or a text (a script for bash).</source>
        <translation>“{key}”必须是列表（程序及其参数）或文本（bash 脚本）。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a duration such as 250ms, 10s, 90m, 2h or 7d.</source>
        <translation>“{key}”必须是时长，例如 250ms、10s、90m、2h 或 7d。</translation>
    </message>
    <message>
        <source>The input &quot;{key}&quot; must be the output of a step, or a mapping with &quot;file&quot;.</source>
        <translation>输入“{key}”必须是步骤的输出，或带“file”的映射。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a whole number.</source>
        <translation>“{key}”必须是整数。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a list.</source>
        <translation>“{key}”必须是列表。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a mapping of keys and values.</source>
        <translation>“{key}”必须是键和值的映射。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a number.</source>
        <translation>“{key}”必须是数字。</translation>
    </message>
    <message>
        <source>The output &quot;{key}&quot; must be a path, or a mapping with &quot;path&quot; and &quot;kind&quot;.</source>
        <translation>输出“{key}”必须是路径，或带“path”和“kind”的映射。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a size such as 512MiB or 2GB.</source>
        <translation>“{key}”必须是大小，例如 512MiB 或 2GB。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; must be a mapping of keys and values.</source>
        <translation>步骤“{step}”必须是键和值的映射。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a text.</source>
        <translation>“{key}”必须是文本。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a list of texts.</source>
        <translation>“{key}”必须是文本的列表。</translation>
    </message>
    <message>
        <source>Known here: {keys}</source>
        <translation>此处可用：{keys}</translation>
    </message>
    <message>
        <source>The key &quot;{key}&quot; is missing.</source>
        <translation>缺少键“{key}”。</translation>
    </message>
    <message>
        <source>The file is written for format version {version}, which this version of Penstock does not know.</source>
        <translation>文件按格式版本 {version} 编写，此版本的 Penstock 不认识该格式版本。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; does not say what it does.</source>
        <translation>步骤“{step}”没有说明要做什么。</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; is not possible for &quot;{key}&quot;. Choose from: {choices}.</source>
        <translation>“{key}”不能为“{value}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>The file is not a pipeline: it must be a mapping that begins with &quot;penstock: 1&quot;.</source>
        <translation>该文件不是流水线：它必须是以“penstock: 1”开头的映射。</translation>
    </message>
    <message>
        <source>The file must be a mapping that begins with &quot;penstock: 1&quot;.</source>
        <translation>该文件必须是以“penstock: 1”开头的映射。</translation>
    </message>
    <message>
        <source>Make it two steps.</source>
        <translation>请分成两个步骤。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; has both &quot;{first}&quot; and &quot;{second}&quot;, but a step does one thing.</source>
        <translation>步骤“{step}”同时有“{first}”和“{second}”，但一个步骤只做一件事。</translation>
    </message>
    <message>
        <source>The key &quot;{key}&quot; is not known here.</source>
        <translation>这里不认识键“{key}”。</translation>
    </message>
    <message>
        <source>There is no format version {version}.</source>
        <translation>没有格式版本 {version}。</translation>
    </message>
    <message>
        <source>Update Penstock.</source>
        <translation>请更新 Penstock。</translation>
    </message>
    <message>
        <source>Write: {example}</source>
        <translation>请写：{example}</translation>
    </message>
    <message>
        <source>The aliases of &quot;{name}&quot; would become more than {limit} values. Write them out.</source>
        <translation>“{name}”的别名会展开成超过 {limit} 个值。请直接写出它们。</translation>
    </message>
    <message>
        <source>An anchor or alias needs a name of letters and digits. Put quotes around the text if &apos;&amp;&apos; or &apos;*&apos; is meant as such.</source>
        <translation>锚点或别名需要由字母和数字组成的名称。如果“&amp;”或“*”只是普通字符，请给文本加引号。</translation>
    </message>
    <message>
        <source>This is no escape of a text in double quotes. Write \\ for a backslash, or use single quotes.</source>
        <translation>这不是双引号文本中的转义。要表示反斜杠请写 \\，或使用单引号。</translation>
    </message>
    <message>
        <source>A text cannot begin with this character. Put quotes around it.</source>
        <translation>文本不能以此字符开头。请给它加引号。</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark. Save it as UTF-8 without one (&quot;UTF-8 without BOM&quot;).</source>
        <translation>文件以字节顺序标记（BOM）开头。请保存为不带 BOM 的 UTF-8（“UTF-8 without BOM”）。</translation>
    </message>
    <message>
        <source>A key must be a plain word, not a list or a mapping.</source>
        <translation>键必须是普通单词，不能是列表或映射。</translation>
    </message>
    <message>
        <source>There is a control character here. Remove it, or write it as an escape in double quotes.</source>
        <translation>这里有控制字符。请将其删除，或在双引号中写成转义。</translation>
    </message>
    <message>
        <source>Lines that begin with % are not taken. Remove the line.</source>
        <translation>不接受以 % 开头的行。请删除该行。</translation>
    </message>
    <message>
        <source>The key &quot;{key}&quot; is there twice; the first one is in line {first}.</source>
        <translation>键“{key}”出现了两次；第一次在第 {first} 行。</translation>
    </message>
    <message>
        <source>Rename or remove one &quot;{key}&quot;.</source>
        <translation>请重命名或删除其中一个“{key}”。</translation>
    </message>
    <message>
        <source>The list is not closed here. Write ] or a comma.</source>
        <translation>列表在这里没有结束。请写 ] 或逗号。</translation>
    </message>
    <message>
        <source>The mapping is not closed here. Write } or a comma.</source>
        <translation>映射在这里没有结束。请写 } 或逗号。</translation>
    </message>
    <message>
        <source>Here a &apos;:&apos; is missing after the key.</source>
        <translation>键之后缺少“:”。</translation>
    </message>
    <message>
        <source>Here a &quot;- &quot; is missing, or the line has the wrong indentation.</source>
        <translation>这里缺少“- ”，或该行缩进有误。</translation>
    </message>
    <message>
        <source>Here a key is expected. Often the line has the wrong indentation.</source>
        <translation>这里应为键。通常是该行缩进有误。</translation>
    </message>
    <message>
        <source>There is a Unicode line separator here. Replace it by a line end.</source>
        <translation>这里有 Unicode 行分隔符。请换成普通换行。</translation>
    </message>
    <message>
        <source>The bytes here are not UTF-8. Save the file as UTF-8.</source>
        <translation>这里的字节不是 UTF-8。请将文件保存为 UTF-8。</translation>
    </message>
    <message>
        <source>There is already something at {path}.</source>
        <translation>{path} 处已有内容。</translation>
    </message>
    <message>
        <source>The change cannot be written into the text without changing something else.</source>
        <translation>要把此更改写入文本，就不得不改动其他内容。</translation>
    </message>
    <message>
        <source>{path} is not of the kind that this change needs.</source>
        <translation>{path} 不是此更改所需的类型。</translation>
    </message>
    <message>
        <source>There is nothing at {path}.</source>
        <translation>{path} 处没有内容。</translation>
    </message>
    <message>
        <source>{path} is shared with other places by an anchor. Change it in the text.</source>
        <translation>{path} 通过锚点与其他位置共享。请在文本中更改它。</translation>
    </message>
    <message>
        <source>A second document begins here. A file holds one.</source>
        <translation>这里开始了第二个文档。一个文件只能有一个文档。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; contains itself.</source>
        <translation>“{name}”包含了自己。</translation>
    </message>
    <message>
        <source>The text is not valid YAML: {problem}.</source>
        <translation>文本不是有效的 YAML：{problem}。</translation>
    </message>
    <message>
        <source>The line is indented with a tab. Use spaces.</source>
        <translation>该行用制表符缩进。请使用空格。</translation>
    </message>
    <message>
        <source>The tag {tag} is not taken. Remove it.</source>
        <translation>不接受标签 {tag}。请将其删除。</translation>
    </message>
    <message>
        <source>The file is nested more than {limit} levels deep.</source>
        <translation>文件嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>The file has {size} bytes; {limit} are the most.</source>
        <translation>文件有 {size} 字节；上限为 {limit} 字节。</translation>
    </message>
    <message>
        <source>The file has more than {limit} anchors.</source>
        <translation>文件的锚点超过 {limit} 个。</translation>
    </message>
    <message>
        <source>The file has more than {limit} values.</source>
        <translation>文件的值超过 {limit} 个。</translation>
    </message>
    <message>
        <source>The quote that begins here is not closed.</source>
        <translation>从这里开始的引号没有结束。</translation>
    </message>
    <message>
        <source>There is a &apos;:&apos; too many, or the line has the wrong indentation. Put quotes around a text that contains &quot;: &quot;.</source>
        <translation>多了一个“:”，或该行缩进有误。含有“: ”的文本请加引号。</translation>
    </message>
    <message>
        <source>A list cannot begin here. Often the line has the wrong indentation.</source>
        <translation>列表不能从这里开始。通常是该行缩进有误。</translation>
    </message>
    <message>
        <source>There is no anchor &quot;{name}&quot; before this alias.</source>
        <translation>在此别名之前没有锚点“{name}”。</translation>
    </message>
    <message>
        <source>The step was cancelled before it started.</source>
        <translation>步骤在启动之前已被取消。</translation>
    </message>
    <message>
        <source>{path} cannot run as it is (problems found: {count}). `penstock validate {path}` lists them with line and column.</source>
        <translation>{path} 目前无法运行（发现的问题数：{count}）。使用 `penstock validate {path}` 列出问题及其行列位置。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>{path} is not a path inside the workspace.</source>
        <translation>{path} 不是工作区内的路径。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} bytes.</source>
        <translation>{path} 超过 {limit} 字节。</translation>
    </message>
    <message>
        <source>The folder {path} cannot be made. Check its permissions and the space on its disk.</source>
        <translation>无法创建文件夹 {path}。请检查其权限和所在磁盘的空间。</translation>
    </message>
    <message>
        <source>The input &quot;{input}&quot; would be put back at {path}, but the file there was changed by somebody. Move it away or commit it, then resume the run.</source>
        <translation>输入“{input}”本应恢复到 {path}，但那里的文件已被人更改。请将其移走或提交，然后恢复运行。</translation>
    </message>
    <message>
        <source>The input &quot;{input}&quot; ({path}) was changed while the step ran, so its result cannot be trusted. Resume the run.</source>
        <translation>输入“{input}”（{path}）在步骤运行期间被更改，因此其结果不可信。请恢复运行。</translation>
    </message>
    <message>
        <source>The input &quot;{input}&quot; is not there: {path}. Check the path, which is relative to the workspace.</source>
        <translation>输入“{input}”不存在：{path}。请检查该路径，它相对于工作区。</translation>
    </message>
    <message>
        <source>The step declares its metrics as {path}, but did not write that file.</source>
        <translation>该步骤声明其指标文件为 {path}，却没有写出该文件。</translation>
    </message>
    <message>
        <source>The step ended well, but did not make what it declares: {outputs}. Let it write there, or correct &quot;outputs&quot;.</source>
        <translation>该步骤顺利结束，但没有生成它声明的内容：{outputs}。请让它写到那里，或更正“outputs”。</translation>
    </message>
    <message>
        <source>The owner of this workspace has ended.</source>
        <translation>此工作区的所有者进程已结束。</translation>
    </message>
    <message>
        <source>The interpreter has no module &quot;{module}&quot;. Install it there, or name another interpreter with &quot;python:&quot;.</source>
        <translation>解释器没有模块“{module}”。请在其中安装，或用“python:”指定另一个解释器。</translation>
    </message>
    <message>
        <source>{path} cannot be written. Check its permissions and the space on its disk.</source>
        <translation>{path} 无法写入。请检查其权限和所在磁盘的空间。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a script or program</source>
        <translation>脚本或程序</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>the first branch that holds</source>
        <translation>第一个成立的分支</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>for a time, a file or a condition</source>
        <translation>等待时间、文件或条件</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>a question to people</source>
        <translation>向人提出的问题</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>a new version of a model</source>
        <translation>模型的新版本</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>晋级</translation>
    </message>
    <message>
        <source>a version to production</source>
        <translation>使版本进入生产</translation>
    </message>
    <message>
        <source>Sub-pipeline</source>
        <translation>子流水线</translation>
    </message>
    <message>
        <source>another pipeline as one step</source>
        <translation>以另一条流水线作为一个步骤</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位</translation>
    </message>
    <message>
        <source>a step that is not made yet</source>
        <translation>尚未完成的步骤</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>where a way ends</source>
        <translation>一条路线的终点</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What it is for, in a sentence or two.</source>
        <translation>用一两句话说明其用途。</translation>
    </message>
    <message>
        <source>Advisory</source>
        <translation>非强制</translation>
    </message>
    <message>
        <source>When it fails, the run goes on.</source>
        <translation>失败时运行仍继续。</translation>
    </message>
    <message>
        <source>Ask people and wait for their answer.</source>
        <translation>征询人的意见并等待答复。</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Roles or persons of penstock.yaml who may decide; empty: everybody who may run.</source>
        <translation>penstock.yaml 中有权决定的角色或人员；留空：所有可以运行的人。</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>产物</translation>
    </message>
    <message>
        <source>The output that becomes the version.</source>
        <translation>成为该版本的输出。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>How often this way may be taken in one run.</source>
        <translation>一次运行中这条路线最多可走多少次。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>How often it is tried, all tries together.</source>
        <translation>总共尝试多少次。</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>退避倍数</translation>
    </message>
    <message>
        <source>Each delay is so many times the one before.</source>
        <translation>每次延迟是前一次的这么多倍。</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Whether a result of an earlier run with the same inputs is taken instead.</source>
        <translation>是否改用较早运行在相同输入下的结果。</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选值</translation>
    </message>
    <message>
        <source>The only values that are taken; empty: any.</source>
        <translation>只接受这些值；留空：任意值。</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>The first branch whose condition holds is taken.</source>
        <translation>走第一个条件成立的分支。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The files that the result depends on; empty: all that git does not ignore.</source>
        <translation>结果所依赖的文件；留空：所有未被 git 忽略的文件。</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>How many slots it takes while it runs.</source>
        <translation>运行时占用多少个槽位。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>The value when none is given; empty: it must be given.</source>
        <translation>未给出值时使用的值；留空：必须给出。</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>What holds for all commands of the pipeline.</source>
        <translation>适用于此流水线的所有命令。</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>How long to wait before the next try, such as 10s.</source>
        <translation>下次尝试之前等待多久，例如 10s。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where the command works, relative to the workspace.</source>
        <translation>命令的工作文件夹，相对于工作区。</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>The step when no branch holds.</source>
        <translation>没有分支成立时的步骤。</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>A disabled step is skipped, and so are those that need it.</source>
        <translation>停用的步骤会被跳过，依赖它的步骤也一样。</translation>
    </message>
    <message>
        <source>Ends as</source>
        <translation>结束为</translation>
    </message>
    <message>
        <source>How this way ends: succeeded or failed.</source>
        <translation>这条路线如何结束：成功或失败。</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Variables for the command; values may contain ${{ }}.</source>
        <translation>命令的变量；值中可以包含 ${{ }}。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>执行器</translation>
    </message>
    <message>
        <source>Where the command runs.</source>
        <translation>命令在哪里运行。</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>过期时间</translation>
    </message>
    <message>
        <source>After this time without an answer the question counts as rejected.</source>
        <translation>超过此时间无人答复，则视为拒绝。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A path of the workspace.</source>
        <translation>工作区中的路径。</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>分组框</translation>
    </message>
    <message>
        <source>Frames on the canvas.</source>
        <translation>画布上的分组框。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>The step that is run again.</source>
        <translation>要再次运行的步骤。</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>How many graphics processors it takes.</source>
        <translation>占用多少个图形处理器。</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>An expression; when it is false the step or branch is passed over.</source>
        <translation>表达式；为假时跳过该步骤或分支。</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs of other steps, or files, under names of this step.</source>
        <translation>其他步骤的输出或文件，以此步骤中的名称引用。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>The part of the delay that is left to chance, from 0 to 1.</source>
        <translation>延迟中随机的部分，0 到 1。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>汇合</translation>
    </message>
    <message>
        <source>Whether all needed steps must have succeeded, or any.</source>
        <translation>需要所有依赖的步骤都成功，还是任意一个成功即可。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What the output is: model, data, report or another word.</source>
        <translation>输出是什么：model、data、report 或其他单词。</translation>
    </message>
    <message>
        <source>Major version</source>
        <translation>主版本号</translation>
    </message>
    <message>
        <source>The number of the model line: 1 for digits v1.</source>
        <translation>模型线的编号：digits v1 为 1。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>逐项运行</translation>
    </message>
    <message>
        <source>Run it once for each item of a list.</source>
        <translation>对列表中的每一项各运行一次。</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>The greatest value that is taken.</source>
        <translation>可接受的最大值。</translation>
    </message>
    <message>
        <source>Longest delay</source>
        <translation>最长延迟</translation>
    </message>
    <message>
        <source>No delay gets longer than this.</source>
        <translation>任何一次延迟都不会超过它。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>How much its processes may take together, such as 1GiB. A step that takes more is ended.</source>
        <translation>其所有进程总共可占用多少，例如 1GiB。占用更多的步骤会被结束。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>A JSON file of numbers that the command writes, or the metrics that a version is registered with.</source>
        <translation>命令写出的 JSON 数字文件，或随版本一并注册的指标。</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>The smallest value that is taken.</source>
        <translation>可接受的最小值。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The name of the model.</source>
        <translation>模型的名称。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Letters, digits, &apos;_&apos; and &apos;-&apos;; others refer to it by this name.</source>
        <translation>字母、数字、“_”和“-”；其他步骤用此名称引用它。</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Steps that must have ended well before it starts; references count too.</source>
        <translation>必须先顺利结束的步骤；引用也算依赖。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Notes on the canvas.</source>
        <translation>画布上的便签。</translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation>重试条件</translation>
    </message>
    <message>
        <source>The outcomes after which it is tried again; empty: any failure.</source>
        <translation>哪些结果之后会重试；留空：任何失败。</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>Where to go when it has failed for good.</source>
        <translation>最终失败后转到哪里。</translation>
    </message>
    <message>
        <source>On rejection</source>
        <translation>拒绝时</translation>
    </message>
    <message>
        <source>The step that runs when the answer is no.</source>
        <translation>答复为“否”时运行的步骤。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Files and folders that the command makes.</source>
        <translation>命令生成的文件和文件夹。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Values that a run is started with.</source>
        <translation>启动运行时给出的值。</translation>
    </message>
    <message>
        <source>Passed variables</source>
        <translation>传入的变量</translation>
    </message>
    <message>
        <source>Variables of your login that the command may see.</source>
        <translation>命令可以看到的您登录环境中的变量。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Format version</source>
        <translation>格式版本</translation>
    </message>
    <message>
        <source>The version of the file format: 1.</source>
        <translation>文件格式的版本：1。</translation>
    </message>
    <message>
        <source>The pipeline that runs as this step.</source>
        <translation>作为此步骤运行的流水线。</translation>
    </message>
    <message>
        <source>Stands for a step that is made later.</source>
        <translation>代表以后才会完成的步骤。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>The rules of penstock.yaml that a promotion must meet.</source>
        <translation>晋级必须满足的 penstock.yaml 规则。</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>槽位池</translation>
    </message>
    <message>
        <source>The named pool of slots that it takes from.</source>
        <translation>从哪个命名的槽位池中取用槽位。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Of the steps that could start, the greater number goes first.</source>
        <translation>在可以启动的步骤中，数字大者优先。</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>晋级</translation>
    </message>
    <message>
        <source>Put a version of a model into a stage.</source>
        <translation>让模型的版本进入某个阶段。</translation>
    </message>
    <message>
        <source>Python interpreter</source>
        <translation>Python 解释器</translation>
    </message>
    <message>
        <source>A path such as .venv/bin/python; empty: the one that is found.</source>
        <translation>路径，例如 .venv/bin/python；留空：使用找到的解释器。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What people are asked.</source>
        <translation>向人提出的问题。</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Record an output as a new version of a model.</source>
        <translation>把输出记录为模型的新版本。</translation>
    </message>
    <message>
        <source>Test reports</source>
        <translation>测试报告</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>What it takes while it runs.</source>
        <translation>运行时占用的资源。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>How often and when it is tried again.</source>
        <translation>重试的次数与时机。</translation>
    </message>
    <message>
        <source>The program with its arguments, or a script for bash.</source>
        <translation>程序及其参数，或 bash 脚本。</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What the pipeline does.</source>
        <translation>流水线要做的事。</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>The step that this branch leads to.</source>
        <translation>此分支通往的步骤。</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时时限</translation>
    </message>
    <message>
        <source>An attempt that takes longer is stopped, such as 2h.</source>
        <translation>超过此时限的尝试会被停止，例如 2h。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The name that people read; empty: its name.</source>
        <translation>供人阅读的名称；留空：使用其名称。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Where the version goes: production.</source>
        <translation>版本进入哪里：production。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What values are taken.</source>
        <translation>接受什么样的值。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What the command writes to $PENSTOCK_OUTPUTS.</source>
        <translation>命令写入 $PENSTOCK_OUTPUTS 的内容。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>The version that is promoted.</source>
        <translation>要晋级的版本。</translation>
    </message>
    <message>
        <source>How long, or for what.</source>
        <translation>等待多久，或等待什么。</translation>
    </message>
    <message>
        <source>{path} is not valid JSON. Remove it, or restore it from a backup.</source>
        <translation>{path} 不是有效的 JSON。请将其删除，或从备份恢复。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} 无法读取（{reason}）。</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} 无法写入（{reason}）。</translation>
    </message>
    <message>
        <source>Your settings in {path} cannot be read, so the standard ones are used. The file was kept as {kept}.</source>
        <translation>无法读取 {path} 中您的设置，因此使用默认设置。原文件已保留为 {kept}。</translation>
    </message>
    <message>
        <source>{path} may not be used. Check its permissions.</source>
        <translation>无权使用 {path}。请检查其权限。</translation>
    </message>
    <message>
        <source>There is no space left on the disk of {path}. Free some and try again.</source>
        <translation>{path} 所在磁盘已没有可用空间。请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>The folder of this attempt is in use already, so the attempt was not started.</source>
        <translation>此次尝试的文件夹已被占用，因此没有启动该尝试。</translation>
    </message>
    <message>
        <source>{program} wrote too much and was stopped.</source>
        <translation>{program} 的输出过多，已被停止。</translation>
    </message>
    <message>
        <source>{program} did not answer in time and was stopped.</source>
        <translation>{program} 未及时响应，已被停止。</translation>
    </message>
    <message>
        <source>The system failed at {path}. The log tells more.</source>
        <translation>系统在 {path} 处出错。详见日志。</translation>
    </message>
    <message>
        <source>The machine was restarted while the command ran, so it is not known whether it did its work. Resume the run.</source>
        <translation>命令运行期间机器重新启动，因此不知道它是否完成了工作。请恢复运行。</translation>
    </message>
    <message>
        <source>The supervisor of the command was killed, so it is not known whether the command did its work. Resume the run.</source>
        <translation>命令的监督进程被终止，因此不知道命令是否完成了工作。请恢复运行。</translation>
    </message>
    <message>
        <source>The folder in which the command should work cannot be entered: {reason}. Check &quot;dir&quot;.</source>
        <translation>无法进入命令的工作文件夹：{reason}。请检查“dir”。</translation>
    </message>
    <message>
        <source>The log of the command cannot be written: {reason}. Check the space on the disk.</source>
        <translation>无法写入命令的日志：{reason}。请检查磁盘空间。</translation>
    </message>
    <message>
        <source>There is no program {program}. Check the name and the PATH, or give its whole path.</source>
        <translation>没有程序 {program}。请检查名称和 PATH，或给出完整路径。</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>{program} is not a program. A script needs a first line such as #!/bin/sh, or its interpreter before it.</source>
        <translation>{program} 不是程序。脚本需要以 #!/bin/sh 之类的行开头，或在前面写上其解释器。</translation>
    </message>
    <message>
        <source>{program} is not executable. `chmod +x` makes it so, or put its interpreter before it.</source>
        <translation>{program} 不可执行。请执行 `chmod +x`，或在前面写上其解释器。</translation>
    </message>
    <message>
        <source>There is no {path}.</source>
        <translation>没有 {path}。</translation>
    </message>
    <message>
        <source>{program} cannot be started: {reason}.</source>
        <translation>无法启动 {program}：{reason}。</translation>
    </message>
    <message>
        <source>The Python interpreter {path} does not work. Name another one with &quot;python:&quot;.</source>
        <translation>Python 解释器 {path} 无法工作。请用“python:”指定另一个解释器。</translation>
    </message>
    <message>
        <source>There is no Python interpreter {path}. Correct &quot;python:&quot;, or make the virtual environment.</source>
        <translation>没有 Python 解释器 {path}。请更正“python:”，或创建虚拟环境。</translation>
    </message>
    <message>
        <source>No Python interpreter was found in {path}. Install python3, or name one with &quot;python:&quot;.</source>
        <translation>在 {path} 中没有找到 Python 解释器。请安装 python3，或用“python:”指定一个解释器。</translation>
    </message>
    <message>
        <source>The supervisor of the step is not ready yet. Try again.</source>
        <translation>步骤的监督进程尚未就绪。请重试。</translation>
    </message>
    <message>
        <source>The supervisor of the step cannot be started in {path}. `penstock doctor` tells more.</source>
        <translation>无法在 {path} 中启动步骤的监督进程。详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The program {path} is missing. Install Penstock anew.</source>
        <translation>缺少程序 {path}。请重新安装 Penstock。</translation>
    </message>
    <message>
        <source>{program} cannot be started.</source>
        <translation>无法启动 {program}。</translation>
    </message>
    <message>
        <source>The arguments and the environment of {program} are too long for the system. Put long values into a file.</source>
        <translation>{program} 的参数和环境超出系统允许的长度。请把较长的值放进文件。</translation>
    </message>
    <message>
        <source>Another process owns this workspace ({path}).</source>
        <translation>此工作区由另一个进程持有（{path}）。</translation>
    </message>
    <message>
        <source>&quot;{after}&quot; is no place in the log. Give the sequence number of the last event that you have, or 0.</source>
        <translation>“{after}”不是日志中的位置。请给出您已有的最后一个事件的序号，或 0。</translation>
    </message>
    <message>
        <source>The owner&apos;s answer cannot be read. Another program or another version may be listening at its socket; end it and try again.</source>
        <translation>无法读取所有者进程的应答。可能有其他程序或其他版本在监听其套接字；请结束它后重试。</translation>
    </message>
    <message>
        <source>The request&apos;s body is larger than 1 MiB. Send less.</source>
        <translation>请求的正文大于 1 MiB。请减少发送的内容。</translation>
    </message>
    <message>
        <source>This route takes no body. Send the request without one.</source>
        <translation>此路由不接受正文。请发送不带正文的请求。</translation>
    </message>
    <message>
        <source>Cannot listen at the socket {path}. Check that its folder can be written.</source>
        <translation>无法在套接字 {path} 上监听。请检查其文件夹是否可写。</translation>
    </message>
    <message>
        <source>The connection to the owner broke before its answer came. Whether the command was done shows in `penstock runs`; giving it again does no harm.</source>
        <translation>与所有者进程的连接在收到应答之前中断。命令是否已执行可用 `penstock runs` 查看；再次下达也没有害处。</translation>
    </message>
    <message>
        <source>The body has to be of type {expected}. Set the header Content-Type to exactly that.</source>
        <translation>正文的类型必须是 {expected}。请将标头 Content-Type 设为与之完全一致。</translation>
    </message>
    <message>
        <source>The owner sent an event that cannot be read. Its version may differ; run `penstock doctor`.</source>
        <translation>所有者进程发送了无法读取的事件。其版本可能不同；请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The request&apos;s header is larger than 32 KiB or has more than 64 fields. Send less.</source>
        <translation>请求的标头大于 32 KiB 或超过 64 个字段。请减少发送的内容。</translation>
    </message>
    <message>
        <source>The request names a host that is not served here. Use the host &quot;localhost&quot;.</source>
        <translation>请求指定的主机不在此处提供服务。请使用主机“localhost”。</translation>
    </message>
    <message>
        <source>The command has no valid Idempotency-Key. Send one of 1 to 128 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, another for each command.</source>
        <translation>命令没有有效的 Idempotency-Key。请发送 1 到 128 个字母、数字、“-”、“_”和“.”，且每个命令各不相同。</translation>
    </message>
    <message>
        <source>The key {key} was used for another command. Take a new key for each command.</source>
        <translation>键 {key} 已用于另一个命令。请为每个命令使用新的键。</translation>
    </message>
    <message>
        <source>This route does not take that method. The header Allow names those that it takes.</source>
        <translation>此路由不接受该方法。标头 Allow 列出了它接受的方法。</translation>
    </message>
    <message>
        <source>The owner does not answer. It may be stopped or its disk may hang; `penstock doctor` tells more.</source>
        <translation>所有者进程没有应答。它可能已被暂停，或其磁盘已挂起；详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>No owner is running for this workspace. The next command that needs one starts it.</source>
        <translation>此工作区没有正在运行的所有者进程。下一个需要它的命令会启动它。</translation>
    </message>
    <message>
        <source>Requests from web pages are refused. Use a program of your own.</source>
        <translation>拒绝来自网页的请求。请使用您自己的程序。</translation>
    </message>
    <message>
        <source>The owner of this workspace did not start: {words}. `penstock doctor` tells more.</source>
        <translation>此工作区的所有者进程未能启动：{words}。详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read. It is written anew by the next owner; `penstock serve` starts one.</source>
        <translation>无法读取文件 {path}。它会由下一个所有者进程重新写入；`penstock serve` 可启动一个。</translation>
    </message>
    <message>
        <source>The file {path} cannot be written. Check the permissions of its folder and the space on its disk.</source>
        <translation>无法写入文件 {path}。请检查其文件夹的权限和所在磁盘的空间。</translation>
    </message>
    <message>
        <source>The owner is just leaving, because it has nothing to do. Give the command again.</source>
        <translation>所有者进程因无事可做正在退出。请重新下达命令。</translation>
    </message>
    <message>
        <source>The program {program} cannot be started. Install Penstock anew.</source>
        <translation>无法启动程序 {program}。请重新安装 Penstock。</translation>
    </message>
    <message>
        <source>The owner of this workspace is of version {version}, which speaks another protocol. Wait until its runs have ended, then try again.</source>
        <translation>此工作区的所有者进程的版本为 {version}，使用不同的协议。请等其运行结束后重试。</translation>
    </message>
    <message>
        <source>The query key &quot;{key}&quot; is not known to this route. Leave it out.</source>
        <translation>此路由不认识查询键“{key}”。请省略它。</translation>
    </message>
    <message>
        <source>The request is no valid HTTP/1.1. Check its first line and its headers.</source>
        <translation>请求不是有效的 HTTP/1.1。请检查其首行和标头。</translation>
    </message>
    <message>
        <source>The request did not come to its end in time. Send it at once.</source>
        <translation>请求未能及时发送完毕。请一次性发送。</translation>
    </message>
    <message>
        <source>There is nothing at {path}. The routes are in docs/formats.md.</source>
        <translation>{path} 处没有内容。路由见 docs/formats.md。</translation>
    </message>
    <message>
        <source>The folder {path} for the owner&apos;s socket cannot be made. Check its parent, or set XDG_RUNTIME_DIR.</source>
        <translation>无法创建用于所有者进程套接字的文件夹 {path}。请检查其上级文件夹，或设置 XDG_RUNTIME_DIR。</translation>
    </message>
    <message>
        <source>The folder {path} for the owner&apos;s socket belongs to somebody else or is open to others, so it is not safe. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>用于所有者进程套接字的文件夹 {path} 属于他人或对他人开放，因此不安全。请将其删除，或把 XDG_RUNTIME_DIR 设为您自己的文件夹。</translation>
    </message>
    <message>
        <source>The token is missing or wrong. Send it as &quot;Authorization: Bearer TOKEN&quot;.</source>
        <translation>令牌缺失或有误。请以“Authorization: Bearer TOKEN”的形式发送。</translation>
    </message>
    <message>
        <source>Too many programs are connected to the owner. Close some and try again.</source>
        <translation>连接到所有者进程的程序过多。请关闭一些后重试。</translation>
    </message>
    <message>
        <source>The request&apos;s address is longer than 8 KiB. Send less.</source>
        <translation>请求的地址长于 8 KiB。请减少发送的内容。</translation>
    </message>
    <message>
        <source>The stored artifact {digest} no longer has the content it was stored with ({path}). Do not use it; the step that made it can be run again.</source>
        <translation>已存储的产物 {digest} 的内容与存入时不同（{path}）。请勿使用它；可以再次运行生成它的步骤。</translation>
    </message>
    <message>
        <source>The artifact {digest} is not in the store. The step that made it can be run again.</source>
        <translation>存储中没有产物 {digest}。可以再次运行生成它的步骤。</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>尚未完成就被停止。</translation>
    </message>
    <message>
        <source>The log {path} was changed after event {seq} by something other than Penstock. Restore a backup; `penstock doctor` tells more.</source>
        <translation>日志 {path} 在事件 {seq} 之后被 Penstock 以外的程序更改。请恢复备份；详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>Another program wrote to {path}, so this owner must not go on. Start it again.</source>
        <translation>另一个程序写入了 {path}，因此此所有者进程不得继续。请重新启动它。</translation>
    </message>
    <message>
        <source>{path} was changed while it was read. Try again when nothing writes to it.</source>
        <translation>{path} 在读取期间被更改。请在没有程序写入它时重试。</translation>
    </message>
    <message>
        <source>{path} refused an entry that contradicts another one ({reason}).</source>
        <translation>{path} 拒绝了与其他条目相矛盾的条目（{reason}）。</translation>
    </message>
    <message>
        <source>{path} is in use by another program. Try again.</source>
        <translation>{path} 正被另一个程序使用。请重试。</translation>
    </message>
    <message>
        <source>The database {path} is damaged ({reason}). Restore a backup; `penstock doctor` tells more.</source>
        <translation>数据库 {path} 已损坏（{reason}）。请恢复备份；详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The database {path} is empty, although there were events in it. Restore a backup.</source>
        <translation>数据库 {path} 是空的，而其中原本有事件。请恢复备份。</translation>
    </message>
    <message>
        <source>The database {path} is gone, although there were events in it. Restore a backup.</source>
        <translation>数据库 {path} 不见了，而其中原本有事件。请恢复备份。</translation>
    </message>
    <message>
        <source>{path} may not be used ({reason}). Check its permissions.</source>
        <translation>无权使用 {path}（{reason}）。请检查其权限。</translation>
    </message>
    <message>
        <source>There is no space left on the disk of {path}. Free some and try again; nothing was lost.</source>
        <translation>{path} 所在磁盘已没有可用空间。请释放一些空间后重试；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Event {seq} of the log is damaged. Restore a backup; `penstock doctor` tells more.</source>
        <translation>日志中的事件 {seq} 已损坏。请恢复备份；详情请运行 `penstock doctor`。</translation>
    </message>
    <message>
        <source>The event {id} is in the log already.</source>
        <translation>事件 {id} 已在日志中。</translation>
    </message>
    <message>
        <source>An event of type {type} is nested too deep to be stored.</source>
        <translation>类型为 {type} 的事件嵌套过深，无法存储。</translation>
    </message>
    <message>
        <source>The last batch came into the log after all; the log now ends at {seq}. Read on from there.</source>
        <translation>最后一批终究还是写入了日志；日志现在止于 {seq}。请从那里继续读取。</translation>
    </message>
    <message>
        <source>The link {path} leads back into its own folder. Remove it from the output.</source>
        <translation>链接 {path} 指回其自身所在的文件夹。请将其从输出中删除。</translation>
    </message>
    <message>
        <source>The link {path} leads out of its folder, to {target}. Write the file itself there.</source>
        <translation>链接 {path} 指向其文件夹之外的 {target}。请在那里写入文件本身。</translation>
    </message>
    <message>
        <source>The lock file {path} was replaced, so another owner may be at work. This one must not go on; start it again.</source>
        <translation>锁文件 {path} 已被替换，因此可能有另一个所有者进程在工作。此进程不得继续；请重新启动它。</translation>
    </message>
    <message>
        <source>The list of files of a stored folder is damaged. The step that made it can be run again.</source>
        <translation>已存储文件夹的文件清单已损坏。可以再次运行生成它的步骤。</translation>
    </message>
    <message>
        <source>The model in {path} is not what the registry recorded. It was not put into production; register it again.</source>
        <translation>{path} 中的模型与模型注册表的记录不符。没有将其投入生产；请重新注册。</translation>
    </message>
    <message>
        <source>The name {path} is too long for the file system.</source>
        <translation>名称 {path} 对文件系统来说过长。</translation>
    </message>
    <message>
        <source>{path} and {other} both lie on network file systems, where the state is not safe. Write the path of a folder on a local disk into the file .penstock.</source>
        <translation>{path} 和 {other} 都位于网络文件系统，状态在那里不安全。请把本地磁盘上某个文件夹的路径写入文件 .penstock。</translation>
    </message>
    <message>
        <source>Nothing has been run in this workspace yet: there is no {path}.</source>
        <translation>此工作区尚未运行过任何内容：没有 {path}。</translation>
    </message>
    <message>
        <source>Nothing has been run in {path} yet.</source>
        <translation>{path} 中尚未运行过任何内容。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a folder.</source>
        <translation>“{name}”不能用作文件夹的名称。</translation>
    </message>
    <message>
        <source>{path} is not a file of at most {limit} bytes.</source>
        <translation>{path} 不是不超过 {limit} 字节的文件。</translation>
    </message>
    <message>
        <source>The database is not one of Penstock&apos;s. Move it away.</source>
        <translation>该数据库不是 Penstock 的数据库。请将其移走。</translation>
    </message>
    <message>
        <source>{path} is not a place where a step may write.</source>
        <translation>{path} 不是步骤可以写入的位置。</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder ({kind}), so it cannot be kept. Leave it out of the output.</source>
        <translation>{path} 既不是文件也不是文件夹（{kind}），因此无法保存。请不要将其放入输出。</translation>
    </message>
    <message>
        <source>It is not known whether the last change reached the disk ({path}). Check the disk; the owner finds out when it starts again.</source>
        <translation>不知道最后的更改是否已写入磁盘（{path}）。请检查磁盘；所有者进程再次启动时会查明。</translation>
    </message>
    <message>
        <source>The output {path} is a link. Write the file or folder itself there.</source>
        <translation>输出 {path} 是链接。请在那里写入文件或文件夹本身。</translation>
    </message>
    <message>
        <source>Another owner has {path}. Use that one, or end it first.</source>
        <translation>{path} 由另一个所有者进程持有。请使用该进程，或先将其结束。</translation>
    </message>
    <message>
        <source>The file {path} should name the folder of the state, but is empty. Write its path there.</source>
        <translation>文件 {path} 应写明状态文件夹，却是空的。请在其中写入该文件夹的路径。</translation>
    </message>
    <message>
        <source>{path} cannot be written, because its disk is read-only.</source>
        <translation>{path} 无法写入，因为其所在磁盘是只读的。</translation>
    </message>
    <message>
        <source>{path} cannot be read, so it is not known to which workspace the state belongs. Restore a backup.</source>
        <translation>{path} 无法读取，因此不知道该状态属于哪个工作区。请恢复备份。</translation>
    </message>
    <message>
        <source>The database is of version {version}, but this version of Penstock knows only {known}. Update Penstock.</source>
        <translation>数据库的版本为 {version}，但此版本的 Penstock 只认识 {known}。请更新 Penstock。</translation>
    </message>
    <message>
        <source>SQLite refused the setting &quot;{setting}&quot; for {path}, without which nothing would be safe. Put the state on a local disk.</source>
        <translation>SQLite 拒绝了对 {path} 的设置“{setting}”，而没有该设置就不安全。请把状态放到本地磁盘。</translation>
    </message>
    <message>
        <source>{path} names a folder of state that is not there. Bring it back (is its disk mounted?), or remove {path} to begin anew.</source>
        <translation>{path} 指定的状态文件夹不存在。请让它恢复可用（其磁盘已挂载吗？），或删除 {path} 以重新开始。</translation>
    </message>
    <message>
        <source>The state in {path} belongs to the workspace {other}. Give this workspace a folder of its own.</source>
        <translation>{path} 中的状态属于工作区 {other}。请给此工作区单独的文件夹。</translation>
    </message>
    <message>
        <source>The system failed at {path} ({reason}).</source>
        <translation>系统在 {path} 处出错（{reason}）。</translation>
    </message>
    <message>
        <source>The log {path} ends at event {found}, but {known} was already safe: the disk may be failing, or an older copy was put in its place. What is there is kept in {copy}. Restore a newer copy, or go on without the missing events: `penstock audit accept-loss --until {known}`.</source>
        <translation>日志 {path} 止于事件 {found}，但此前事件 {known} 已安全保存：磁盘可能有故障，或被换成了较旧的副本。现有内容已保存在 {copy}。请恢复较新的副本，或放弃缺失的事件继续：`penstock audit accept-loss --until {known}`。</translation>
    </message>
    <message>
        <source>The log {path} ends at event {found}, but {known} was already safe: the disk may be failing, or an older copy was put in its place. What is there could not be copied; make room for that first.</source>
        <translation>日志 {path} 止于事件 {found}，但此前事件 {known} 已安全保存：磁盘可能有故障，或被换成了较旧的副本。现有内容无法复制；请先腾出空间。</translation>
    </message>
    <message>
        <source>{path} is nested too deep to be kept.</source>
        <translation>{path} 嵌套过深，无法保存。</translation>
    </message>
    <message>
        <source>Too many files are open. Try again, or raise the limit (`ulimit -n`).</source>
        <translation>打开的文件过多。请重试，或提高上限（`ulimit -n`）。</translation>
    </message>
    <message>
        <source>There are two folders of state for this workspace: {path} and {other}. Move the one that is not wanted away.</source>
        <translation>此工作区有两个状态文件夹：{path} 和 {other}。请移走不需要的那个。</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation>以错误结束</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>results missing</source>
        <translation>缺少结果</translation>
    </message>
    <message>
        <source>not prepared</source>
        <translation>未能准备</translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation>被信号终止</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未支持</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Reused</source>
        <translation>已复用</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>How often the way back may be taken is a number from 1 to {most}.</source>
        <translation>返回路径可走的次数应为 1 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>There is no space left on the disk of {path}, so nothing new can be recorded; what was recorded before is safe. Free some, then look at `penstock runs` before you give the last command again.</source>
        <translation>{path} 所在磁盘已没有可用空间，因此无法记录任何新内容；之前记录的内容是安全的。请释放一些空间，再次发出最后一条命令之前先查看 `penstock runs`。</translation>
    </message>
    <message>
        <source>This edge of &quot;{step}&quot; has an at_most, but &quot;{target}&quot; does not come before it.</source>
        <translation>&quot;{step}&quot; 的这条边带有 at_most，但 &quot;{target}&quot; 并不在它之前。</translation>
    </message>
    <message>
        <source>This branch of &quot;{step}&quot; leads back to &quot;{target}&quot;, which comes before it.</source>
        <translation>&quot;{step}&quot; 的这个分支返回到它之前的 &quot;{target}&quot;。</translation>
    </message>
    <message>
        <source>The items of a map cannot share the path of the output &quot;{output}&quot;.</source>
        <translation>map 的各项不能共用输出 &quot;{output}&quot; 的路径。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; has a best item only when its map says which metric decides.</source>
        <translation>只有 map 说明由哪个指标决定时，&quot;{step}&quot; 才有最佳项。</translation>
    </message>
    <message>
        <source>{path}: nothing leads back before &quot;{step}&quot;, so it has no previous iteration.</source>
        <translation>{path}：没有边返回到 &quot;{step}&quot; 之前，因此它没有上一轮迭代。</translation>
    </message>
    <message>
        <source>{path} has no value in the first iteration.</source>
        <translation>{path} 在第一轮迭代中没有值。</translation>
    </message>
    <message>
        <source>Say how often it may be taken: at_most: 3. Or lead it to a step that comes later.</source>
        <translation>请说明最多可走几次：at_most: 3。或者让它通往更晚的步骤。</translation>
    </message>
    <message>
        <source>Remove the at_most.</source>
        <translation>请删除 at_most。</translation>
    </message>
    <message>
        <source>Read steps.NAME instead, or lead a branch back with at_most.</source>
        <translation>请改为读取 steps.NAME，或用 at_most 让某个分支返回。</translation>
    </message>
    <message>
        <source>No run of {file} has ended yet, so there is nothing to reuse. Run all of it first.</source>
        <translation>{file} 还没有已结束的运行，因此没有可复用的内容。请先完整运行一次。</translation>
    </message>
    <message>
        <source>The edge of &quot;{step}&quot; to &quot;{target}&quot; has an at_most, but does not lead back. Remove the at_most.</source>
        <translation>&quot;{step}&quot; 通往 &quot;{target}&quot; 的边带有 at_most，但并不返回更早的步骤。请删除 at_most。</translation>
    </message>
    <message>
        <source>{failed} of {count} items failed, {succeeded} succeeded.</source>
        <translation>{count} 项中有 {failed} 项失败，{succeeded} 项成功。</translation>
    </message>
    <message>
        <source>The items of a map must be a list, which this is not: {text}</source>
        <translation>map 的各项必须是列表，而这不是列表：{text}</translation>
    </message>
    <message>
        <source>{succeeded} of {count} items succeeded; {failed} failed and are in its results.</source>
        <translation>{count} 项中有 {succeeded} 项成功；失败的 {failed} 项也在其结果中。</translation>
    </message>
    <message>
        <source>The target was reached before it began.</source>
        <translation>它尚未开始，目标就已达到。</translation>
    </message>
    <message>
        <source>Another item failed before it began.</source>
        <translation>它尚未开始，另一项就已失败。</translation>
    </message>
    <message>
        <source>The target was reached: {succeeded} of {count} items succeeded, {failed} failed, no more begin.</source>
        <translation>目标已达到：{count} 项中有 {succeeded} 项成功，{failed} 项失败，不再开始新的项。</translation>
    </message>
    <message>
        <source>A map may have at most {most} items.</source>
        <translation>map 最多可有 {most} 项。</translation>
    </message>
    <message>
        <source>{path}: a mapped step gives outputs.NAME, metrics.NAME, values.NAME, results, best and count.</source>
        <translation>{path}：使用 map 的步骤提供 outputs.NAME、metrics.NAME、values.NAME、results、best 和 count。</translation>
    </message>
    <message>
        <source>This run was asked to go only so far.</source>
        <translation>此次运行只要求执行到指定步骤。</translation>
    </message>
    <message>
        <source>The pipeline inside ended: {state}.</source>
        <translation>其中的流水线已结束：{state}。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; opens the pipeline &quot;{file}&quot;, which cannot be found. Write its path relative to the workspace.</source>
        <translation>步骤 &quot;{step}&quot; 打开的流水线 &quot;{file}&quot; 找不到。请写出它相对于工作区的路径。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; opens the pipeline &quot;{file}&quot;, which opens itself, or pipelines lie too deep in each other.</source>
        <translation>步骤 &quot;{step}&quot; 打开的流水线 &quot;{file}&quot; 会打开自身，或者流水线嵌套过深。</translation>
    </message>
    <message>
        <source>A placeholder does nothing.</source>
        <translation>占位步骤不做任何事。</translation>
    </message>
    <message>
        <source>{ended} of {count} items have ended.</source>
        <translation>{count} 项中已有 {ended} 项结束。</translation>
    </message>
    <message>
        <source>Its pipeline runs: {open} steps to go.</source>
        <translation>其流水线正在运行：还有 {open} 个步骤。</translation>
    </message>
    <message>
        <source>There is no step &quot;{step}&quot; to run from or up to. `penstock show` lists the steps.</source>
        <translation>没有可作为起点或终点的步骤 &quot;{step}&quot;。`penstock show` 会列出各步骤。</translation>
    </message>
    <message>
        <source>Simulated: nothing was executed.</source>
        <translation>仅为模拟：没有执行任何操作。</translation>
    </message>
    <message>
        <source>The run went back to an earlier step, so &quot;{step}&quot; begins anew.</source>
        <translation>运行已回到更早的步骤，因此 &quot;{step}&quot; 将重新开始。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; waits for a time, but this is none: {text}</source>
        <translation>步骤 &quot;{step}&quot; 要等待某个时间，但这不是时间：{text}</translation>
    </message>
    <message>
        <source>What the step &quot;{step}&quot; waits for did not happen in time.</source>
        <translation>步骤 &quot;{step}&quot; 所等待的事情没有及时发生。</translation>
    </message>
    <message>
        <source>It waits until this holds: {condition}</source>
        <translation>等待此条件成立：{condition}</translation>
    </message>
    <message>
        <source>It waits for the file {file}.</source>
        <translation>等待文件 {file}。</translation>
    </message>
    <message>
        <source>The run goes back to an earlier step; it begins when what runs after that has stopped.</source>
        <translation>运行正在回到更早的步骤；待其后正在运行的步骤停止后，它才会开始。</translation>
    </message>
    <message>
        <source>It waits until {at}.</source>
        <translation>等待至 {at}。</translation>
    </message>
    <message>
        <source>Write a list of values, an expression that gives one, or {from: 0.1, to: 10} with a sample.</source>
        <translation>请写值的列表、给出列表的表达式，或与 sample 一起使用的 {from: 0.1, to: 10}。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a whole number from 1 to {most}.</source>
        <translation>&quot;{key}&quot; 必须是 1 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>The direction is maximize or minimize, not &quot;{direction}&quot;.</source>
        <translation>方向只能是 maximize 或 minimize，不能是 &quot;{direction}&quot;。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is not known here. Known are: {keys}.</source>
        <translation>此处不认识 &quot;{key}&quot;。可用的有：{keys}。</translation>
    </message>
    <message>
        <source>Say which metric decides: {metric: accuracy, direction: maximize}.</source>
        <translation>请说明由哪个指标决定：{metric: accuracy, direction: maximize}。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a name: letters, digits, _ and -, beginning with a letter.</source>
        <translation>&quot;{name}&quot; 不是合法名称：应由字母、数字、_ 和 - 组成，并以字母开头。</translation>
    </message>
    <message>
        <source>This takes members: {keys}.</source>
        <translation>此处应写成员：{keys}。</translation>
    </message>
    <message>
        <source>Say over what: a list, an expression that gives one, or names with values such as {c: [0.1, 1, 10]}.</source>
        <translation>请说明遍历什么：列表、给出列表的表达式，或带有值的名称，例如 {c: [0.1, 1, 10]}。</translation>
    </message>
    <message>
        <source>After a failed item it is stop or collect, not &quot;{policy}&quot;.</source>
        <translation>某项失败后只能是 stop 或 collect，不能是 &quot;{policy}&quot;。</translation>
    </message>
    <message>
        <source>A range has two numbers: {from: 0.1, to: 10}.</source>
        <translation>范围需要两个数：{from: 0.1, to: 10}。</translation>
    </message>
    <message>
        <source>From a range values are drawn. Say how many: sample: {count: 20}.</source>
        <translation>范围中的值是随机抽取的。请说明抽取多少：sample: {count: 20}。</translation>
    </message>
    <message>
        <source>The range ends before it begins, or is logarithmic and not above 0.</source>
        <translation>范围的终点在起点之前，或者它是对数范围却不大于 0。</translation>
    </message>
    <message>
        <source>A sample is {count: 20, seed: 1} of named values; the seed is 0 or more.</source>
        <translation>抽样写作 {count: 20, seed: 1}，并作用于带名称的值；seed 为 0 或更大。</translation>
    </message>
    <message>
        <source>The scale is linear or log, not &quot;{scale}&quot;.</source>
        <translation>刻度只能是 linear 或 log，不能是 &quot;{scale}&quot;。</translation>
    </message>
    <message>
        <source>The target is a number.</source>
        <translation>目标应为数值。</translation>
    </message>
    <message>
        <source>Among equals it is the first or the last, not &quot;{tie}&quot;.</source>
        <translation>数值相同时只能取 first 或 last，不能是 &quot;{tie}&quot;。</translation>
    </message>
    <message>
        <source>This is no duration: {text}. Write 10s, 5m or 2h.</source>
        <translation>这不是时长：{text}。请写 10s、5m 或 2h。</translation>
    </message>
    <message>
        <source>This is no time: {text}. Write 2026-12-01T08:00:00Z.</source>
        <translation>这不是时间：{text}。请写 2026-12-01T08:00:00Z。</translation>
    </message>
    <message>
        <source>A wait knows for, until, file, if and timeout, not &quot;{text}&quot;.</source>
        <translation>wait 只认识 for、until、file、if 和 timeout，不认识 &quot;{text}&quot;。</translation>
    </message>
    <message>
        <source>The file must lie in the workspace: {text}</source>
        <translation>文件必须位于工作区内：{text}</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; must be a text.</source>
        <translation>&quot;{text}&quot; 必须是文本。</translation>
    </message>
    <message>
        <source>Only a wait for a file or a condition has a timeout.</source>
        <translation>只有等待文件或条件时才有 timeout。</translation>
    </message>
    <message>
        <source>Say what to wait for: 10s, {until: TIME}, {file: PATH} or {if: CONDITION}.</source>
        <translation>请说明等待什么：10s、{until: TIME}、{file: PATH} 或 {if: CONDITION}。</translation>
    </message>
    <message>
        <source>The step took {peak} of memory, more than its limit of {limit}, and was ended. Let it take less, or raise &quot;memory&quot; in its &quot;resources&quot;.</source>
        <translation>步骤占用了 {peak} 内存，超过其上限 {limit}，已被结束。请减少占用，或在其“resources”中调高“memory”。</translation>
    </message>
    <message>
        <source>The machine ran out of memory, and the system ended the step, which had taken {peak}. Let it take less, or let fewer steps run at once.</source>
        <translation>机器内存耗尽，系统结束了该步骤，它曾占用 {peak}。请减少占用，或减少同时运行的步骤。</translation>
    </message>
    <message>
        <source>There is no script {path}. Check its name in &quot;run&quot;; it is looked for in the folder of the step.</source>
        <translation>没有脚本 {path}。请检查“run”中的名称；脚本在步骤的文件夹中查找。</translation>
    </message>
    <message>
        <source>It gave up by itself (abort). Its log may tell why.</source>
        <translation>它自行中止了（abort）。其日志可能说明原因。</translation>
    </message>
    <message>
        <source>It computed what cannot be computed, such as a division by zero.</source>
        <translation>它进行了无法完成的计算，例如除以零。</translation>
    </message>
    <message>
        <source>Somebody or something outside asked it to end.</source>
        <translation>外部的某人或某个程序要求它结束。</translation>
    </message>
    <message>
        <source>It crashed: it reached for memory that is not its own. The fault is in the program or in one of its libraries.</source>
        <translation>它崩溃了：访问了不属于它的内存。错误在该程序或它的某个库中。</translation>
    </message>
    <message>
        <source>This machine&apos;s processor does not know one of its instructions: the program or one of its libraries was built for another processor.</source>
        <translation>此计算机的处理器不认识它的某条指令：该程序或它的某个库是为另一种处理器构建的。</translation>
    </message>
    <message>
        <source>Somebody or something outside killed it. The system itself does so when memory runs out.</source>
        <translation>外部的某人或某个程序终止了它。内存耗尽时系统自身也会这样做。</translation>
    </message>
    <message>
        <source>It reached a limit that the system sets for processor time or the size of a file (`ulimit -a`).</source>
        <translation>它达到了系统对处理器时间或文件大小设定的限制（`ulimit -a`）。</translation>
    </message>
    <message>
        <source>The owner of this workspace did not start, and did not say why. `penstock doctor` tells more.</source>
        <translation>此工作区的所有者进程没有启动，也没有说明原因。`penstock doctor` 会提供更多信息。</translation>
    </message>
    <message>
        <source>There is no pipeline {path}. Did you mean {nearest}?</source>
        <translation>没有流水线 {path}。您是指 {nearest} 吗？</translation>
    </message>
    <message>
        <source>It waits for GPUs: it wants {wanted}, {used} of {all} are in use.</source>
        <translation>等待 GPU：需要 {wanted} 个，{all} 个中已使用 {used} 个。</translation>
    </message>
    <message>
        <source>It waits for memory: it wants {wanted}, {used} of {all} are taken.</source>
        <translation>等待内存：需要 {wanted}，{all} 中已占用 {used}。</translation>
    </message>
    <message>
        <source>It waits for the pool {pool}: {used} of {all} places are taken.</source>
        <translation>等待资源池 {pool}：{all} 个名额中已占用 {used} 个。</translation>
    </message>
    <message>
        <source>The pool &quot;{name}&quot; has a number of places, at least 1.</source>
        <translation>资源池 &quot;{name}&quot; 的名额应为至少 1 的数。</translation>
    </message>
    <message>
        <source>Memory ran out, and the command was ended.</source>
        <translation>内存耗尽，命令已被终止。</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>It ran because the run was to begin with it, or with a step before it.</source>
        <translation>执行了它，因为本次运行要从它或它之前的步骤开始。</translation>
    </message>
    <message>
        <source>It ran because the store does not have all any more that an earlier attempt made.</source>
        <translation>执行了它，因为存储中已不再有先前尝试产生的全部内容。</translation>
    </message>
    <message>
        <source>{step} made it: everything that it depends on is the same.</source>
        <translation>由 {step} 产生：它所依赖的一切都相同。</translation>
    </message>
    <message>
        <source>It ran because steps in the body of a loop are not taken from the cache; `cache: on` takes them.</source>
        <translation>执行了它，因为循环体中的步骤不取自缓存；`cache: on` 会取用缓存。</translation>
    </message>
    <message>
        <source>Only steps that run a command are taken from the cache.</source>
        <translation>只有运行命令的步骤才取自缓存。</translation>
    </message>
    <message>
        <source>It ran because it says `cache: off`.</source>
        <translation>执行了它，因为它写明 `cache: off`。</translation>
    </message>
    <message>
        <source>It ran because the run was to take nothing from the cache.</source>
        <translation>执行了它，因为本次运行不从缓存取任何内容。</translation>
    </message>
    <message>
        <source>What was kept of an earlier attempt for the cache is damaged.</source>
        <translation>为缓存保留的先前尝试的内容已损坏。</translation>
    </message>
    <message>
        <source>Not all is the same as for {step}.</source>
        <translation>与 {step} 时并非全部相同。</translation>
    </message>
    <message>
        <source>No earlier run made this step, so there was nothing to take.</source>
        <translation>先前没有运行产生过这个步骤，因此没有可取用的内容。</translation>
    </message>
    <message>
        <source>It ran because too much could be its code (files: {files}, megabytes: {megabytes}). Name what is, with `code:`.</source>
        <translation>执行了它，因为可能是其代码的内容太多（文件数：{files}，兆字节：{megabytes}）。请用 `code:` 指明哪些是代码。</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>已缓存</translation>
    </message>
    <message>
        <source>It needs &quot;{step}&quot; ({state}).</source>
        <translation>它依赖“{step}”（{state}）。</translation>
    </message>
    <message>
        <source>{path} has no value: the step &quot;{step}&quot; gave none ({state}).</source>
        <translation>{path} 没有值：步骤“{step}”没有给出（{state}）。</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>已延后</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>The results of {run} are made again; nothing is registered, asked or promoted for that.</source>
        <translation>正在再现 {run} 的结果；为此不注册、不询问、不晋级任何内容。</translation>
    </message>
    <message>
        <source>The revision cannot be checked out into {path}: {reason}. Check the space on its disk and, with `git fsck`, the repository.</source>
        <translation>无法将该修订检出到 {path}：{reason}。请检查其磁盘空间，并用 `git fsck` 检查仓库。</translation>
    </message>
    <message>
        <source>What was not committed does not fit on {commit}: {reason}. `penstock show --diff` prints it.</source>
        <translation>未提交的更改无法应用到 {commit}：{reason}。`penstock show --diff` 会输出它。</translation>
    </message>
    <message>
        <source>git&apos;s repository at {path} cannot be read: {reason}. `git fsck` tells more.</source>
        <translation>无法读取 {path} 处的 git 仓库：{reason}。`git fsck` 会说明更多。</translation>
    </message>
    <message>
        <source>It is not known at which commit {run} ran, so it cannot be run with the same code. Runs in a git repository that has a commit can be.</source>
        <translation>不知道 {run} 是在哪个提交上运行的，因此无法用相同的代码再次运行。在有提交的 git 仓库中的运行可以再现。</translation>
    </message>
    <message>
        <source>{path} does not lie in a git repository of yours, so it has no revisions.</source>
        <translation>{path} 不在您的 git 仓库中，因此没有修订。</translation>
    </message>
    <message>
        <source>There is no commit &quot;{revision}&quot; in this repository. Name a branch, a tag or a commit; `git fetch` brings those of others.</source>
        <translation>此仓库中没有提交“{revision}”。请指定分支、标签或提交；`git fetch` 会取来他人的。</translation>
    </message>
    <message>
        <source>It has more than {limit} test cases; those after that were not taken.</source>
        <translation>其中的测试用例超过 {limit} 个；其后的未被收取。</translation>
    </message>
    <message>
        <source>Its elements lie too deep in each other for a test report.</source>
        <translation>其元素嵌套过深，不像测试报告。</translation>
    </message>
    <message>
        <source>It has a document type (&lt;!DOCTYPE&gt;), which no test report needs; such files are not read.</source>
        <translation>它含有文档类型声明 (&lt;!DOCTYPE&gt;)，测试报告不需要它；这样的文件不会被读取。</translation>
    </message>
    <message>
        <source>There is not enough memory to read it.</source>
        <translation>内存不足，无法读取。</translation>
    </message>
    <message>
        <source>It is no well-formed XML from line {line}, column {column} on.</source>
        <translation>从第 {line} 行第 {column} 列起，它不是格式良好的 XML。</translation>
    </message>
    <message>
        <source>It begins with &lt;{element}&gt;, but a JUnit report begins with &lt;testsuites&gt; or &lt;testsuite&gt;.</source>
        <translation>它以 &lt;{element}&gt; 开头，而 JUnit 报告应以 &lt;testsuites&gt; 或 &lt;testsuite&gt; 开头。</translation>
    </message>
    <message>
        <source>A test report may have at most {limit} bytes.</source>
        <translation>测试报告最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>No run has a value or metric {name}. Did you mean {nearest}?</source>
        <translation>没有任何运行有值或指标 {name}。您是不是想输入 {nearest}？</translation>
    </message>
    <message>
        <source>No run has a value or metric {name}. `penstock history` lists what there is.</source>
        <translation>没有任何运行有值或指标 {name}。`penstock history` 可列出已有的。</translation>
    </message>
    <message>
        <source>It ran because it does not declare both what it reads (`inputs`) and what it makes (`outputs`, `metrics` or `reports`); `cache: on` takes it all the same.</source>
        <translation>它运行了，因为没有同时声明读取什么（`inputs`）和产生什么（`outputs`、`metrics` 或 `reports`）；写上 `cache: on` 则照样使用缓存。</translation>
    </message>
    <message>
        <source>The folder has more than {limit} reports; those after that were not read.</source>
        <translation>该文件夹中的报告超过 {limit} 份；其后的未被读取。</translation>
    </message>
    <message>
        <source>The folder has no *.xml.</source>
        <translation>该文件夹中没有 *.xml。</translation>
    </message>
    <message>
        <source>The step declares the test report {path}, but did not write it.</source>
        <translation>该步骤声明了测试报告 {path}，但没有写出它。</translation>
    </message>
    <message>
        <source>The test report {path} could not be read whole.</source>
        <translation>测试报告 {path} 未能完整读取。</translation>
    </message>
    <message>
        <source>{failed} of {count} tests failed, the first: {first}.</source>
        <translation>{count} 个测试中有 {failed} 个失败，第一个是：{first}。</translation>
    </message>
    <message>
        <source>JUnit XML files, or folders of them, that the command writes: each test is shown.</source>
        <translation>命令写出的 JUnit XML 文件或含有它们的文件夹：逐个显示每个测试。</translation>
    </message>
    <message>
        <source>It was made with code that is not committed: `penstock show --diff` prints what is missing from the commit.</source>
        <translation>它由未提交的代码得出：`penstock show --diff` 会输出提交中缺少的内容。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of an event. Names are words of letters, digits, &apos;_&apos; and &apos;-&apos; with dots between them, 128 characters at most.</source>
        <translation>“{name}”不能作为事件的名称。名称由字母、数字、“_”和“-”组成的词以点号相连，最多 128 个字符。</translation>
    </message>
    <message>
        <source>{path} has no value in a step: a run does not see the event that started it.</source>
        <translation>{path} 在步骤中没有值：运行看不到启动它的事件。</translation>
    </message>
    <message>
        <source>Give it to a parameter under `on`, and use that: params.NAME.</source>
        <translation>请在 `on` 下把它交给某个参数，并使用该参数：params.NAME。</translation>
    </message>
    <message>
        <source>Use what the event says: event.NAME.</source>
        <translation>请使用事件中的数据：event.NAME。</translation>
    </message>
    <message>
        <source>{path} has no value here: before a run starts there is only the event.</source>
        <translation>{path} 在此处没有值：运行启动之前只有事件。</translation>
    </message>
    <message>
        <source>success(), failure() and always() have no meaning before a run starts.</source>
        <translation>在运行启动之前，success()、failure() 和 always() 没有意义。</translation>
    </message>
    <message>
        <source>An entry above takes every event &quot;{event}&quot;, so this one never starts a run.</source>
        <translation>上面的一项会接收所有“{event}”事件，因此这一项永远不会启动运行。</translation>
    </message>
    <message>
        <source>A run that the event &quot;{event}&quot; starts has no value for the parameter &quot;{name}&quot;.</source>
        <translation>由事件“{event}”启动的运行没有参数“{name}”的值。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no data of an event. Write NAME=TEXT or NAME:=JSON, or give an object of JSON with --data.</source>
        <translation>“{text}”不是事件的数据。请写作 NAME=TEXT 或 NAME:=JSON，或用 --data 给出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>无法读取文件 {path}。</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is not known here. `penstock inbox` lists events, `penstock inbox replay EVENT` handles one again.</source>
        <translation>此处不认识“{word}”。`penstock inbox` 列出事件，`penstock inbox replay EVENT` 再次处理一个事件。</translation>
    </message>
    <message>
        <source>The logs of {run} were removed by retention on {at}: penstock.yaml says how long they are kept.</source>
        <translation>{run} 的日志已于 {at} 按保留规则删除：penstock.yaml 规定了保留多久。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not the id of an event, such as event-7. `penstock inbox` lists them.</source>
        <translation>“{text}”不是事件的编号（如 event-7）。`penstock inbox` 可列出事件。</translation>
    </message>
    <message>
        <source>There is no event {event}. `penstock inbox` lists them.</source>
        <translation>没有事件 {event}。`penstock inbox` 可列出事件。</translation>
    </message>
    <message>
        <source>The inbox is full: {count} events wait to be handled. Trust the workspace, or wait.</source>
        <translation>收件箱已满：有 {count} 个事件等待处理。请信任该工作区，或稍候。</translation>
    </message>
    <message>
        <source>What {run} made was removed by retention on {at}, so nothing of it can be reused. Run the pipeline anew.</source>
        <translation>{run} 的产物已于 {at} 按保留规则删除，因此无法复用。请重新运行流水线。</translation>
    </message>
    <message>
        <source>its condition does not hold</source>
        <translation>其条件不成立</translation>
    </message>
    <message>
        <source>The key of an event may have {limit} bytes at most.</source>
        <translation>事件的键最多 {limit} 字节。</translation>
    </message>
    <message>
        <source>The data of an event may have {limit} bytes at most. Put more into a file, and the path of it into the event.</source>
        <translation>事件的数据最多 {limit} 字节。更多的数据请放入文件，并在事件中给出其路径。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; says what starts the pipeline, in mappings: the name of an event and, if need be, a condition and parameters.</source>
        <translation>“{key}”以映射说明由什么启动流水线：事件的名称，以及需要时的条件和参数。</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>The name of the event, such as data.arrived.</source>
        <translation>事件的名称，如 data.arrived。</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配</translation>
    </message>
    <message>
        <source>All attempts together may take less time than one of them may ({timeout}).</source>
        <translation>所有尝试合计的时限短于单次尝试的时限（{timeout}）。</translation>
    </message>
    <message>
        <source>It did not succeed within {within}, which all its attempts together may take.</source>
        <translation>它未能在 {within} 内成功，这是其所有尝试合计的时限。</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>宽限时间</translation>
    </message>
    <message>
        <source>How long the command may go on after it was asked to end (SIGTERM), before it is killed; otherwise 10s.</source>
        <translation>命令在被要求结束 (SIGTERM) 之后、被强行终止之前还可以继续多久；默认 10s。</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>总时限</translation>
    </message>
    <message>
        <source>How long all attempts and delays together may take, such as 6h.</source>
        <translation>所有尝试与延迟合计可以用多久，例如 6h。</translation>
    </message>
    <message>
        <source>{file} opens itself: {circle}</source>
        <translation>{file} 打开了它自己：{circle}</translation>
    </message>
    <message>
        <source>There is no pipeline {file} in this workspace.</source>
        <translation>此工作区中没有流水线 {file}。</translation>
    </message>
    <message>
        <source>{file} gives no output &quot;{name}&quot;.</source>
        <translation>{file} 没有给出输出“{name}”。</translation>
    </message>
    <message>
        <source>{file} needs a value for its parameter &quot;{name}&quot;, which has no default.</source>
        <translation>{file} 需要为其参数“{name}”指定值，该参数没有默认值。</translation>
    </message>
    <message>
        <source>{file} has no parameter &quot;{name}&quot;.</source>
        <translation>{file} 没有参数“{name}”。</translation>
    </message>
    <message>
        <source>Write its path from the folder of the workspace, such as pipelines/clean.pipeline.yaml.</source>
        <translation>请写出它相对于工作区文件夹的路径，例如 pipelines/clean.pipeline.yaml。</translation>
    </message>
    <message>
        <source>Add &quot;{name}&quot; to the `outputs` of {file}.</source>
        <translation>请将“{name}”加入 {file} 的 `outputs`。</translation>
    </message>
    <message>
        <source>Remove it; the pipeline inside has these: {names}</source>
        <translation>请删除它；其中的流水线有这些参数：{names}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a secret. Use letters, digits, &apos;_&apos; and &apos;-&apos;, and no digit at the beginning.</source>
        <translation>“{name}”不能作为机密的名称。请使用字母、数字、“_”和“-”，且不以数字开头。</translation>
    </message>
    <message>
        <source>The environment variable &quot;{name}&quot; is set by a secret and in another way.</source>
        <translation>环境变量“{name}”既由机密设置，又以其他方式设置。</translation>
    </message>
    <message>
        <source>&quot;python&quot; names an interpreter, and &quot;venv&quot; makes another one.</source>
        <translation>“python”指定了一个解释器，而“venv”会创建另一个。</translation>
    </message>
    <message>
        <source>Use: penstock secret set NAME, penstock secret remove NAME, or penstock secret list</source>
        <translation>用法：penstock secret set NAME、penstock secret remove NAME 或 penstock secret list</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; must be a file of requirements, or a mapping that names it.</source>
        <translation>“{key}”必须是一个依赖清单文件，或指定该文件的映射。</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>依赖清单</translation>
    </message>
    <message>
        <source>A file of the workspace that lists Python packages, as pip reads it.</source>
        <translation>工作区中列出 Python 软件包的文件，格式与 pip 读取的相同。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Variables of the environment; values may contain ${{ }}, and those of the step win.</source>
        <translation>环境的变量；值可以包含 ${{ }}，步骤自己的变量优先。</translation>
    </message>
    <message>
        <source>Virtual environment</source>
        <translation>虚拟环境</translation>
    </message>
    <message>
        <source>A file of requirements: its packages are installed once and used by all steps that name it.</source>
        <translation>依赖清单文件：其中的软件包只安装一次，供所有指定它的步骤使用。</translation>
    </message>
    <message>
        <source>What is made ready for the command: a virtual environment, variables, folders of programs.</source>
        <translation>为命令准备的内容：虚拟环境、变量、程序文件夹。</translation>
    </message>
    <message>
        <source>Names of secrets that the command finds in its environment. Their values are set apart.</source>
        <translation>命令在其环境中能找到的机密的名称。其值另行设置。</translation>
    </message>
    <message>
        <source>No keyring of this system answers: there is no Secret Service and no KWallet. Start one, or keep the secret in a file that only you can read: penstock secret set NAME --file</source>
        <translation>本系统没有密钥环应答：既没有 Secret Service，也没有 KWallet。请启动一个，或将机密存入只有您能读取的文件：penstock secret set NAME --file</translation>
    </message>
    <message>
        <source>The keyring of this system is locked. Unlock it and try again, or keep the secret in a file that only you can read: penstock secret set NAME --file</source>
        <translation>本系统的密钥环已锁定。请将其解锁后重试，或将机密存入只有您能读取的文件：penstock secret set NAME --file</translation>
    </message>
    <message>
        <source>The keyring of this system did not answer within {seconds} s. It may wait for its password. Unlock it and try again, or keep the secret in a file that only you can read: penstock secret set NAME --file</source>
        <translation>本系统的密钥环在 {seconds} 秒内没有应答。它可能在等待密码。请将其解锁后重试，或将机密存入只有您能读取的文件：penstock secret set NAME --file</translation>
    </message>
    <message>
        <source>A secret cannot be empty.</source>
        <translation>机密不能为空。</translation>
    </message>
    <message>
        <source>The keyring does not have the secret {name} any more. Set it again: penstock secret set {name}</source>
        <translation>密钥环中已没有机密 {name}。请重新设置：penstock secret set {name}</translation>
    </message>
    <message>
        <source>A secret has to be text in UTF-8 without NUL bytes. Encode it, for example in base64, and let the step decode it.</source>
        <translation>机密必须是不含 NUL 字节的 UTF-8 文本。请将其编码（例如用 base64），并让步骤解码。</translation>
    </message>
    <message>
        <source>A secret can have at most {limit} bytes. Keep a longer one in a file and its password here.</source>
        <translation>机密最多可有 {limit} 字节。更长的内容请存入文件，在此只保存其密码。</translation>
    </message>
    <message>
        <source>There is no secret {name}. Set it: penstock secret set {name}</source>
        <translation>没有机密 {name}。请设置：penstock secret set {name}</translation>
    </message>
    <message>
        <source>Others than you may read {path}, so no secret is taken from it. Run chmod 600 on it, and change the secrets that are in it.</source>
        <translation>除您以外的人也可以读取 {path}，因此不会从中取用机密。请对其执行 chmod 600，并更换其中的机密。</translation>
    </message>
    <message>
        <source>{path} belongs to another user, so no secret is taken from it. Move it away.</source>
        <translation>{path} 属于另一个用户，因此不会从中取用机密。请将其移走。</translation>
    </message>
    <message>
        <source>{path} cannot be understood, so no secret is taken from it. Mend it or move it away, and set the secrets anew.</source>
        <translation>无法理解 {path}，因此不会从中取用机密。请修正或移走它，并重新设置机密。</translation>
    </message>
    <message>
        <source>The keyring of this system does not work: {reason}. Mend it, or keep the secret in a file that only you can read: penstock secret set NAME --file</source>
        <translation>本系统的密钥环无法使用：{reason}。请修复它，或将机密存入只有您能读取的文件：penstock secret set NAME --file</translation>
    </message>
    <message>
        <source>The packages that {path} lists could not be installed: {lines} — Correct the file, or look into the log of the step.</source>
        <translation>{path} 中列出的软件包无法安装：{lines} — 请更正该文件，或查看该步骤的日志。</translation>
    </message>
    <message>
        <source>There is no file of requirements {path}. Write it, or correct &quot;venv&quot;.</source>
        <translation>没有依赖清单文件 {path}。请编写它，或更正“venv”。</translation>
    </message>
    <message>
        <source>The requirements in {path} are too large, or include too many files.</source>
        <translation>{path} 中的依赖清单过大，或包含的文件过多。</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; declares neither metrics nor values: the best item is found by what its script logs while it runs.</source>
        <translation>“{step}”既未声明指标也未声明值：最佳项由其脚本在运行期间记录的内容决定。</translation>
    </message>
    <message>
        <source>The step &quot;{step}&quot; declares no file of metrics: there are those that its script logs while it runs.</source>
        <translation>步骤“{step}”未声明指标文件：只有其脚本在运行期间记录的指标。</translation>
    </message>
    <message>
        <source>{path} is never &quot;{value}&quot;. It can be: {choices}.</source>
        <translation>{path} 永远不会是“{value}”。可能的值：{choices}。</translation>
    </message>
    <message>
        <source>No branch expects these values of {path}: {values}.</source>
        <translation>没有分支预期 {path} 的这些值：{values}。</translation>
    </message>
    <message>
        <source>Of an output: where it is written, relative to the workspace; empty: a private place for each attempt. Of an environment: folders whose programs go first.</source>
        <translation>对于输出：其写入位置，相对于工作区；留空：每次尝试各有一个私有位置。对于环境：其中的程序优先的文件夹。</translation>
    </message>
    <message>
        <source>Add {count} steps</source>
        <translation>添加 {count} 个步骤</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no name for a step or an input: letters, digits, _ and -, a letter first, at most 64.</source>
        <translation>“{name}”不能作为步骤或输入的名称：只能使用字母、数字、_ 和 -，以字母开头，最多 64 个字符。</translation>
    </message>
    <message>
        <source>Connect {from} to {to}</source>
        <translation>连接 {from} 到 {to}</translation>
    </message>
    <message>
        <source>Disable {what}</source>
        <translation>停用 {what}</translation>
    </message>
    <message>
        <source>Disable {count} steps</source>
        <translation>停用 {count} 个步骤</translation>
    </message>
    <message>
        <source>Disconnect {from} from {to}</source>
        <translation>断开 {from} 与 {to}</translation>
    </message>
    <message>
        <source>Enable {what}</source>
        <translation>启用 {what}</translation>
    </message>
    <message>
        <source>Enable {count} steps</source>
        <translation>启用 {count} 个步骤</translation>
    </message>
    <message>
        <source>Edits of {time}</source>
        <translation>{time} 的编辑</translation>
    </message>
    <message>
        <source>The kept edits are damaged and cannot be used.</source>
        <translation>保留的编辑已损坏，无法使用。</translation>
    </message>
    <message>
        <source>Discard recovered edits</source>
        <translation>放弃恢复的编辑</translation>
    </message>
    <message>
        <source>Take in the change from outside</source>
        <translation>合并外部更改</translation>
    </message>
    <message>
        <source>Change from outside</source>
        <translation>外部更改</translation>
    </message>
    <message>
        <source>At a scale of {scale} the picture would be too large. Use at most {most}, or --svg or --pdf, which stay sharp at any size.</source>
        <translation>按 {scale} 倍缩放，图片会过大。请最多使用 {most}，或改用在任何尺寸下都清晰的 --svg 或 --pdf。</translation>
    </message>
    <message>
        <source>There is not enough memory to draw {path}. Use a smaller --scale.</source>
        <translation>内存不足，无法绘制 {path}。请使用更小的 --scale。</translation>
    </message>
    <message>
        <source>It is not said what to write. Add --svg OUT, --png OUT or --pdf OUT.</source>
        <translation>未指定要写出什么。请添加 --svg OUT、--png OUT 或 --pdf OUT。</translation>
    </message>
    <message>
        <source>{path} has no steps that could be drawn. `penstock validate` lists what is wrong with it.</source>
        <translation>{path} 没有可以绘制的步骤。`penstock validate` 会列出其中的问题。</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>可取：{choices}</translation>
    </message>
    <message>
        <source>the number without its sign</source>
        <translation>数的绝对值</translation>
    </message>
    <message>
        <source>true, whatever became of the steps before</source>
        <translation>恒为真，无论之前的步骤结果如何</translation>
    </message>
    <message>
        <source>whether the part is in the list or text</source>
        <translation>列表或文本是否包含该部分</translation>
    </message>
    <message>
        <source>the value, or the other one when it is missing</source>
        <translation>取该值；缺失时取另一个值</translation>
    </message>
    <message>
        <source>whether the text ends so</source>
        <translation>文本是否以此结尾</translation>
    </message>
    <message>
        <source>whether a step before has failed</source>
        <translation>之前是否有步骤失败</translation>
    </message>
    <message>
        <source>one text of a list</source>
        <translation>把列表连接为一段文本</translation>
    </message>
    <message>
        <source>the value written as JSON</source>
        <translation>把值写成 JSON</translation>
    </message>
    <message>
        <source>how many characters, entries or members</source>
        <translation>字符、条目或成员的数量</translation>
    </message>
    <message>
        <source>the text in small letters</source>
        <translation>转换为小写字母</translation>
    </message>
    <message>
        <source>the greatest of them</source>
        <translation>其中最大者</translation>
    </message>
    <message>
        <source>the smallest of them</source>
        <translation>其中最小者</translation>
    </message>
    <message>
        <source>the nearest number with so many digits</source>
        <translation>按指定位数四舍五入</translation>
    </message>
    <message>
        <source>whether the text begins so</source>
        <translation>文本是否以此开头</translation>
    </message>
    <message>
        <source>whether all steps before ended well</source>
        <translation>之前的步骤是否全部成功</translation>
    </message>
    <message>
        <source>the text in capital letters</source>
        <translation>转换为大写字母</translation>
    </message>
    <message>
        <source>where the input is: {source}</source>
        <translation>该输入所在的位置：{source}</translation>
    </message>
    <message>
        <source>of the item of the fan-out</source>
        <translation>逐项运行中当前项的成员</translation>
    </message>
    <message>
        <source>the best of the items</source>
        <translation>各项中最好的一项</translation>
    </message>
    <message>
        <source>what the person wrote</source>
        <translation>审批人写下的内容</translation>
    </message>
    <message>
        <source>how many items there were</source>
        <translation>一共有多少项</translation>
    </message>
    <message>
        <source>numbers that it measured</source>
        <translation>它测得的数值</translation>
    </message>
    <message>
        <source>files, folders and values that it made</source>
        <translation>它产生的文件、文件夹和值</translation>
    </message>
    <message>
        <source>who decided</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>what each of the items gave</source>
        <translation>每一项的结果</translation>
    </message>
    <message>
        <source>how it ended</source>
        <translation>它如何结束</translation>
    </message>
    <message>
        <source>what it wrote to $PENSTOCK_OUTPUTS</source>
        <translation>它写入 $PENSTOCK_OUTPUTS 的内容</translation>
    </message>
    <message>
        <source>the version that it registered</source>
        <translation>它注册的版本</translation>
    </message>
    <message>
        <source>a file or folder</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>a file or folder: {kind}</source>
        <translation>文件或文件夹：{kind}</translation>
    </message>
    <message>
        <source>where this output is put</source>
        <translation>该输出存放的位置</translation>
    </message>
    <message>
        <source>a parameter: {type}</source>
        <translation>参数：{type}</translation>
    </message>
    <message>
        <source>the files of the version</source>
        <translation>该版本的文件</translation>
    </message>
    <message>
        <source>whether there is one</source>
        <translation>是否存在</translation>
    </message>
    <message>
        <source>what it was made of</source>
        <translation>它由什么产生</translation>
    </message>
    <message>
        <source>what was measured of it</source>
        <translation>它的测量值</translation>
    </message>
    <message>
        <source>its minor number</source>
        <translation>它的次版本号</translation>
    </message>
    <message>
        <source>those of the run that made it</source>
        <translation>产生它的运行的参数</translation>
    </message>
    <message>
        <source>the run that made it</source>
        <translation>产生它的运行</translation>
    </message>
    <message>
        <source>since when it is in production</source>
        <translation>从何时起投入生产</translation>
    </message>
    <message>
        <source>its name, such as digits 1.4</source>
        <translation>它的名称，例如 digits 1.4</translation>
    </message>
    <message>
        <source>what the event says</source>
        <translation>事件所携带的内容</translation>
    </message>
    <message>
        <source>where the inputs of this step are</source>
        <translation>此步骤各输入所在的位置</translation>
    </message>
    <message>
        <source>the item of the fan-out</source>
        <translation>逐项运行的当前项</translation>
    </message>
    <message>
        <source>where this step puts its outputs</source>
        <translation>此步骤各输出存放的位置</translation>
    </message>
    <message>
        <source>what the run was started with</source>
        <translation>启动运行时给出的参数</translation>
    </message>
    <message>
        <source>what a step gave the time before</source>
        <translation>步骤上一次的结果</translation>
    </message>
    <message>
        <source>the version that is in production</source>
        <translation>处于生产阶段的版本</translation>
    </message>
    <message>
        <source>the run itself</source>
        <translation>运行本身</translation>
    </message>
    <message>
        <source>what other steps gave</source>
        <translation>其他步骤的结果</translation>
    </message>
    <message>
        <source>who started it</source>
        <translation>由谁启动</translation>
    </message>
    <message>
        <source>the file of the pipeline</source>
        <translation>流水线的文件</translation>
    </message>
    <message>
        <source>its name, such as digits-42</source>
        <translation>它的名称，例如 digits-42</translation>
    </message>
    <message>
        <source>its number, such as 42</source>
        <translation>它的编号，例如 42</translation>
    </message>
    <message>
        <source>the name of the pipeline</source>
        <translation>流水线的名称</translation>
    </message>
    <message>
        <source>what it wrote to $PENSTOCK_OUTPUTS under this name</source>
        <translation>它以此名称写入 $PENSTOCK_OUTPUTS 的内容</translation>
    </message>
    <message>
        <source>{step} comes after some of these steps and before others, so it has to go with them.</source>
        <translation>{step} 位于这些步骤中一部分之后、另一部分之前，因此必须与它们一起放入。</translation>
    </message>
    <message>
        <source>{from} leads to {to}, in the middle of these steps; a branch can only lead to where they all begin.</source>
        <translation>{from} 通向这些步骤中间的 {to}；分支只能通向它们共同的起点。</translation>
    </message>
    <message>
        <source>{from} leads to {to}, which would be outside; a pipeline cannot branch to the outside.</source>
        <translation>{from} 通向 {to}，而后者会在外部；流水线不能分支到外部。</translation>
    </message>
    <message>
        <source>{step} reads {path} from outside, and a pipeline takes only single values as parameters. Take the step that makes it along.</source>
        <translation>{step} 从外部读取 {path}，而流水线只接受单个值作为参数。请将产生它的步骤一并放入。</translation>
    </message>
    <message>
        <source>{step} reads {path}, which may be missing; that cannot cross the border of a pipeline.</source>
        <translation>{step} 读取 {path}，它可能不存在；这不能跨越流水线的边界。</translation>
    </message>
    <message>
        <source>Choose the steps that are to be a pipeline of their own.</source>
        <translation>请选择要成为独立流水线的步骤。</translation>
    </message>
    <message>
        <source>{path} does not say which parameter it reads, so it cannot be given on.</source>
        <translation>{path} 没有说明读取哪个参数，因此无法传递。</translation>
    </message>
    <message>
        <source>{step} reads {path}; a pipeline gives single outputs, not such a result.</source>
        <translation>{step} 读取 {path}；流水线给出的是单个输出，而不是这样的结果。</translation>
    </message>
    <message>
        <source>{step} looks at whether steps before it failed; inside a pipeline it would no longer see those outside.</source>
        <translation>{step} 会查看之前的步骤是否失败；放入流水线后，它将看不到外部的步骤。</translation>
    </message>
    <message>
        <source>{from} leads to {step}, which begins with several steps at once; a branch leads to one.</source>
        <translation>{from} 通向 {step}，而它同时从多个步骤开始；分支只能通向一个步骤。</translation>
    </message>
    <message>
        <source>The pipeline of {step} has `defaults` of its own, which would be lost.</source>
        <translation>{step} 的流水线有自己的 `defaults`，展开会丢失它们。</translation>
    </message>
    <message>
        <source>{step} has `{key}`, which is said of the pipeline as a whole; remove it first.</source>
        <translation>{step} 有 `{key}`，它针对整个流水线；请先删除它。</translation>
    </message>
    <message>
        <source>{step} opens no pipeline.</source>
        <translation>{step} 没有打开流水线。</translation>
    </message>
    <message>
        <source>{other} waits for {step}, and which of its steps come last is decided only in the run.</source>
        <translation>{other} 等待 {step}，而其中哪些步骤最后结束要到运行时才能确定。</translation>
    </message>
    <message>
        <source>The value of the parameter {name} is no single expression or fixed value, so it cannot be put in.</source>
        <translation>参数 {name} 的值不是单个表达式或固定值，因此无法代入。</translation>
    </message>
    <message>
        <source>{path} is no output of the pipeline that could be put in.</source>
        <translation>{path} 不是可以代入的流水线输出。</translation>
    </message>
    <message>
        <source>The pipeline that {step} opens cannot be read or has no steps.</source>
        <translation>{step} 打开的流水线无法读取，或者没有步骤。</translation>
    </message>
    <message>
        <source>Change {count} steps</source>
        <translation>更改 {count} 个步骤</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳项</translation>
    </message>
    <message>
        <source>By which metric one of the items stands for all of them.</source>
        <translation>按哪个指标选出一项代表全部。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>各项</translation>
    </message>
    <message>
        <source>A list, an expression that gives one, or names with their values: all combinations.</source>
        <translation>一个列表、得到列表的表达式，或名称及其取值：所有组合。</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>同时运行</translation>
    </message>
    <message>
        <source>How many items may run at the same time; empty: as many as there are slots.</source>
        <translation>最多可同时运行多少项；留空：与槽位数相同。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>How many of the combinations are drawn.</source>
        <translation>从所有组合中抽取多少个。</translation>
    </message>
    <message>
        <source>any value</source>
        <translation>任意值</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Output of a step</source>
        <translation>某个步骤的输出</translation>
    </message>
    <message>
        <source>Name of a step</source>
        <translation>步骤名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>{path} is no pipeline that can be compared.</source>
        <translation>{path} 不是可以比较的流水线。</translation>
    </message>
    <message>
        <source>{path} stays as it is: the result would not be a pipeline file that can be read whole.</source>
        <translation>{path} 保持不变：修改后的文件将无法完整读取。</translation>
    </message>
    <message>
        <source>&quot;{verb}&quot; is no edit. There are set, add, remove, rename, connect and disconnect.</source>
        <translation>“{verb}”不是编辑操作。可用的有 set、add、remove、rename、connect 和 disconnect。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no value in YAML.</source>
        <translation>“{text}”不是 YAML 值。</translation>
    </message>
    <message>
        <source>{path} was changed by somebody else meanwhile, so nothing was written. Try again.</source>
        <translation>{path} 在此期间被他人修改，因此没有写入。请重试。</translation>
    </message>
    <message>
        <source>{path} cannot be brought into its normal form. Nothing was written.</source>
        <translation>无法将 {path} 转换为规范格式。未写入任何内容。</translation>
    </message>
    <message>
        <source>The normal form of this text would not mean the same. The text stays as it is.</source>
        <translation>这段文本的规范格式会改变其含义。文本保持不变。</translation>
    </message>
    <message>
        <source>This is no pipeline: it is not made of keys and values.</source>
        <translation>这不是流水线：它不是由键和值组成的。</translation>
    </message>
    <message>
        <source>Into the frame {what}</source>
        <translation>放入框 {what}</translation>
    </message>
    <message>
        <source>Out of the frame {what}</source>
        <translation>移出框 {what}</translation>
    </message>
    <message>
        <source>{path} is being changed by another Penstock, which does not come to an end. Try again in a moment.</source>
        <translation>{path} 正由另一个 Penstock 修改，一直没有完成。请稍后重试。</translation>
    </message>
    <message>
        <source>Parameters of the run</source>
        <translation>运行的参数</translation>
    </message>
    <message>
        <source>What the run is started with; texts may speak of the event.</source>
        <translation>运行启动时所用的参数；文本中可以引用该事件。</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>由事件启动</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>组合数</translation>
    </message>
    <message>
        <source>How many of the combinations are drawn; each run draws others unless there is a seed.</source>
        <translation>抽取多少种组合；没有种子时，每次运行抽取的组合都不同。</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>优劣方向</translation>
    </message>
    <message>
        <source>Whether the greater or the smaller number is better; otherwise the greater.</source>
        <translation>数值越大越好还是越小越好；不填则越大越好。</translation>
    </message>
    <message>
        <source>For some time</source>
        <translation>等待一段时间</translation>
    </message>
    <message>
        <source>How long, such as 10s or 2h; may contain ${{ }}.</source>
        <translation>时长，例如 10s 或 2h；可以包含 ${{ }}。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The smallest value that is drawn.</source>
        <translation>抽取的最小值。</translation>
    </message>
    <message>
        <source>After a failure</source>
        <translation>某项失败后</translation>
    </message>
    <message>
        <source>stop: no further item begins; collect: the others go on.</source>
        <translation>stop：不再开始新的项；collect：其余各项继续。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>A metric or a value of the step: the item with the best one stands for all.</source>
        <translation>步骤的一个指标或值：该数值最好的一项代表全部。</translation>
    </message>
    <message>
        <source>The step to go back to when it has failed for good.</source>
        <translation>最终失败时返回到的步骤。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The greatest value that is drawn.</source>
        <translation>抽取的最大值。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>How values are spread: evenly, or evenly in the exponent (log).</source>
        <translation>取值的分布：均匀，或按指数均匀（log）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same number draws the same combinations again.</source>
        <translation>相同的数字会再次抽到相同的组合。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>When an item reaches it, no further item begins.</source>
        <translation>某一项达到该值后，不再开始新的项。</translation>
    </message>
    <message>
        <source>Among equals</source>
        <translation>同分时</translation>
    </message>
    <message>
        <source>Which one is taken when several are equally good; otherwise the first.</source>
        <translation>几项同样好时取哪一项；不填则取第一项。</translation>
    </message>
    <message>
        <source>Until a time</source>
        <translation>等到某个时刻</translation>
    </message>
    <message>
        <source>A time such as 2026-12-01T08:00:00Z; may contain ${{ }}.</source>
        <translation>时刻，例如 2026-12-01T08:00:00Z；可以包含 ${{ }}。</translation>
    </message>
    <message>
        <source>For a file</source>
        <translation>等待文件</translation>
    </message>
    <message>
        <source>A file or folder of the workspace that somebody else makes.</source>
        <translation>工作区中由其他程序生成的文件或文件夹。</translation>
    </message>
    <message>
        <source>For a condition</source>
        <translation>等待条件</translation>
    </message>
    <message>
        <source>An expression over what changes while a run waits, such as production.</source>
        <translation>关于运行等待期间会变化之物（例如 production）的表达式。</translation>
    </message>
    <message>
        <source>Gives up after</source>
        <translation>放弃时限</translation>
    </message>
    <message>
        <source>The step fails when it has not happened by then, such as 2h.</source>
        <translation>到那时仍未发生则步骤失败，例如 2h。</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>仅整数</translation>
    </message>
    <message>
        <source>Only integers are drawn, both ends included.</source>
        <translation>只抽取整数，包含两端。</translation>
    </message>
    <message>
        <source>A range to draw from</source>
        <translation>用于抽取的范围</translation>
    </message>
    <message>
        <source>Limits and a description</source>
        <translation>限制和说明</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>移动 {what}</translation>
    </message>
    <message>
        <source>what {file} gives</source>
        <translation>{file} 给出的内容</translation>
    </message>
    <message>
        <source>{path} is read-only for you, so nothing was written. Change its permissions, or write elsewhere.</source>
        <translation>{path} 对您来说是只读的，因此没有写入。请修改其权限，或写到别处。</translation>
    </message>
</context>
<context>
    <name>ModeText</name>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Folded frame</source>
        <translation>折叠的框</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>晋级</translation>
    </message>
    <message>
        <source>Sub-pipeline</source>
        <translation>子流水线</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>逐项运行</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>has problems</source>
        <translation>有问题</translation>
    </message>
</context>
<context>
    <name>RunStates</name>
    <message>
        <source>%1 · %2</source>
        <comment>state and run of a step</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 in %2 · %3</source>
        <comment>state, time and run of a step</comment>
        <translation>%1，用时 %2 · %3</translation>
    </message>
    <message>
        <source>%1 for %2 · %3</source>
        <comment>state, time and run of a step</comment>
        <translation>%1，已 %2 · %3</translation>
    </message>
</context>
<context>
    <name>SizeText</name>
    <message>
        <source>%1 of %2 %3</source>
        <comment>how much of a size: 1.2 of 5.0 GB</comment>
        <translation>%1 / %2 %3</translation>
    </message>
</context>
<context>
    <name>StateMark</name>
    <message>
        <source>pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>等待人工决定</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>exit %1</source>
        <translation>退出码 %1</translation>
    </message>
    <message>
        <source>ended by signal %1</source>
        <translation>被信号 %1 终止</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>did not start</source>
        <translation>未能启动</translation>
    </message>
    <message>
        <source>lost: nobody saw its end</source>
        <translation>失联：无人见到其结束</translation>
    </message>
    <message>
        <source>result not taken</source>
        <translation>未能收取结果</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>attempt %1 follows at %2</source>
        <translation>第 %1 次尝试将于 %2 开始</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>asks for a decision</source>
        <translation>请求决定</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>等待 %1 决定</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, not promoted</source>
        <translation>%1，未晋级</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选版本</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>%1 in the middle were not kept</source>
        <translation>中间的 %1 未保留</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) to go</source>
        <translation>
            <numerusform>还剩 %n 个步骤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>null</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>error</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with errors</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个出错</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <comment>tests</comment>
        <translation>
            <numerusform>%n 个通过</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n test(s) failed</source>
        <translation>
            <numerusform>%n 个测试中有 %1 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) passed</source>
        <translation>
            <numerusform>%n 个测试通过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1m %2s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1h %2m</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1d %2h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year, as QLocale::toString() takes it</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day, as QLocale::toString() takes it</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::ApprovalsScreen</name>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有等待决定的请求</translation>
    </message>
    <message>
        <source>A pipeline with an approve step asks here before it goes on, with everything there is to know beside the button.</source>
        <translation>带有审批步骤的流水线会先在这里征询意见再继续，按钮旁列出所有需要了解的内容。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Decision and history</source>
        <translation>决定与历史</translation>
    </message>
    <message>
        <source>approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1 的历史</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::DecisionPanel</name>
    <message>
        <source>Your decision</source>
        <translation>您的决定</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What convinced you, or what is wrong. A rejection needs a reason.</source>
        <translation>是什么让您信服，或者哪里不对。拒绝需要理由。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Approve (Ctrl+Shift+A)</source>
        <translation>批准（Ctrl+Shift+A）</translation>
    </message>
    <message>
        <source>Reject with the reason above (Ctrl+Shift+X)</source>
        <translation>以上述理由拒绝（Ctrl+Shift+X）</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Approved by %1, %2.</source>
        <translation>由 %1 批准，%2。</translation>
    </message>
    <message>
        <source>Rejected by %1, %2.</source>
        <translation>由 %1 拒绝，%2。</translation>
    </message>
    <message>
        <source>Expired on %1 without a decision. Expiry never approves.</source>
        <translation>已于 %1 过期，没有作出决定。过期绝不等于批准。</translation>
    </message>
    <message>
        <source>Withdrawn on %1: what it showed was no longer true, or its run went another way.</source>
        <translation>已于 %1 撤回：它所展示的内容不再属实，或其运行走了另一条分支。</translation>
    </message>
    <message>
        <source>This workspace is restricted: trust it before you decide.</source>
        <translation>此工作区受限：请先信任它，再作决定。</translation>
    </message>
    <message>
        <source>You are %1. Only %2 may decide here.</source>
        <translation>您是 %1。此处只有 %2 可以决定。</translation>
    </message>
    <message>
        <source>Approving lets the run go on; rejecting ends it as rejected unless it has a way for that.</source>
        <translation>批准后运行继续；拒绝则使其以“已拒绝”结束，除非另有为此准备的路线。</translation>
    </message>
    <message>
        <source>Approving makes %1 Production at once.</source>
        <translation>批准后，%1 将立即成为生产版本。</translation>
    </message>
    <message>
        <source>Approving makes %1 Production at once and archives %2.</source>
        <translation>批准后，%1 将立即成为生产版本，%2 将被归档。</translation>
    </message>
    <message>
        <source>You are %1. Anybody may decide here.</source>
        <translation>您是 %1。此处任何人都可以决定。</translation>
    </message>
    <message>
        <source>You are %1 and may decide. One decision is needed.</source>
        <translation>您是 %1，有权决定。需要一个决定。</translation>
    </message>
    <message>
        <source>Approve and promote %1</source>
        <translation>批准并晋级 %1</translation>
    </message>
    <message>
        <source>Expires %1. Expiry never approves.</source>
        <translation>%1 到期。过期绝不等于批准。</translation>
    </message>
    <message>
        <source>Say why first: a rejection needs a reason.</source>
        <translation>请先说明原因：拒绝需要理由。</translation>
    </message>
    <message>
        <source>write a comment</source>
        <translation>填写意见</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::EvidencePage</name>
    <message>
        <source>Candidate against Production</source>
        <translation>候选版本与生产版本对比</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>The candidate brought no metrics.</source>
        <translation>候选版本没有带来指标。</translation>
    </message>
    <message>
        <source>nothing in Production to compare with</source>
        <translation>生产中没有可供对比的版本</translation>
    </message>
    <message>
        <source>What was known when it was asked, bound to sha256 %1.</source>
        <translation>提出请求时已知的内容，绑定到 sha256 %1。</translation>
    </message>
    <message>
        <source>Bound to sha256 %1 of candidate, Production, metrics and policy.</source>
        <translation>绑定到候选版本、生产版本、指标和策略的 sha256 %1。</translation>
    </message>
    <message>
        <source>It would be the first of its line in Production.</source>
        <translation>它将成为其模型线上首个进入生产的版本。</translation>
    </message>
    <message>
        <source>It would replace %1.</source>
        <translation>它将取代 %1。</translation>
    </message>
    <message>
        <source>It would replace %1, live since %2.</source>
        <translation>它将取代自%2起在用的 %1。</translation>
    </message>
    <message>
        <source>No policy</source>
        <translation>无策略</translation>
    </message>
    <message>
        <source>This approval names no policy: what you see is all there is to go by.</source>
        <translation>此审批没有指定策略：您看到的就是全部依据。</translation>
    </message>
    <message>
        <source>Policy %1: not checked</source>
        <translation>策略 %1：未检查</translation>
    </message>
    <message>
        <source>This version of Penstock does not check policies yet. Compare the numbers below with what penstock.yaml asks for.</source>
        <translation>此版本的 Penstock 尚不检查策略。请将下面的数字与 penstock.yaml 的要求比较。</translation>
    </message>
    <message>
        <source>What changed since %1</source>
        <translation>自 %1 以来的变化</translation>
    </message>
    <message>
        <source>What it was made with</source>
        <translation>生成依据</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1, same</source>
        <translation>%1，相同</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Nothing was recorded about parameters, code or data.</source>
        <translation>没有记录参数、代码或数据。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>a file that changed, an attempt</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::HistoryList</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Nothing was promoted yet.</source>
        <translation>尚未晋级过任何版本。</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>以及更早的 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::approvals::LineageView</name>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::MetricRowsModel</name>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选版本</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>penstock::approvals::MetricTable</name>
    <message>
        <source>Candidate against Production</source>
        <translation>候选版本与生产版本对比</translation>
    </message>
</context>
<context>
    <name>FoldText</name>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 个步骤</translation>
    </message>
</context>
<context>
    <name>penstock::canvas::GraphView</name>
    <message>
        <source>cut the edges that the line crosses</source>
        <translation>剪断线条穿过的边</translation>
    </message>
    <message>
        <source>Ctrl+Shift+drag</source>
        <translation>Ctrl+Shift+拖动</translation>
    </message>
    <message>
        <source>Pipeline graph</source>
        <translation>流水线图</translation>
    </message>
    <message>
        <source>to the next step along the wires; with Shift also select it</source>
        <translation>沿连线到下一个步骤；加 Shift 同时选中</translation>
    </message>
    <message>
        <source>to the first or last step</source>
        <translation>到第一个或最后一个步骤</translation>
    </message>
    <message>
        <source>open the step</source>
        <translation>打开步骤</translation>
    </message>
    <message>
        <source>select the step, or not; held down, drag to look around</source>
        <translation>选中或取消选中步骤；按住时拖动可移动视图</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>select nothing; give up a drag</source>
        <translation>取消选择；放弃拖动</translation>
    </message>
    <message>
        <source>fit all, fit the selection, 100 %</source>
        <translation>显示全部、显示所选、100 %</translation>
    </message>
    <message>
        <source>nearer, farther</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>what can be done with the step</source>
        <translation>可对该步骤执行的操作</translation>
    </message>
    <message>
        <source>move what is selected</source>
        <translation>移动所选内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Press to begin a link.</source>
        <translation>按下可开始连线。</translation>
    </message>
    <message>
        <source>A link begins here. Press the port where it ends, or this one to give it up.</source>
        <translation>连线从这里开始。按下终点端口完成连线，或再按此端口放弃。</translation>
    </message>
    <message>
        <source>Press to begin the link here instead.</source>
        <translation>按下可改为从这里开始连线。</translation>
    </message>
    <message>
        <source>Press to link %1 with %2.</source>
        <translation>按下可将 %1 与 %2 相连。</translation>
    </message>
    <message>
        <source>to the next edge of the step</source>
        <translation>到该步骤的下一条边</translation>
    </message>
</context>
<context>
    <name>penstock::canvas::Overview</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
</context>
<context>
    <name>penstock::canvas::ZoomBox</name>
    <message>
        <source>100 % (0)</source>
        <translation>100%（0）</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Fit (1)</source>
        <translation>适应窗口（1）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>penstock::charts::QtChart</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>penstock::common::LogArea</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>penstock::common::LogView</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>在日志中搜索</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>上一个匹配项（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>下一个匹配项（Enter）</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>尚未输出任何内容。</translation>
    </message>
    <message>
        <source>reading · %1</source>
        <translation>正在读取 · %1</translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>正在跟随 · %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new line(s)</source>
        <translation>
            <numerusform>新增 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>next hit, previous hit</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>end the search</source>
        <translation>结束搜索</translation>
    </message>
    <message>
        <source>to the end, and follow it</source>
        <translation>到末尾并跟随</translation>
    </message>
    <message>
        <source>select all, copy</source>
        <translation>全选、复制</translation>
    </message>
</context>
<context>
    <name>penstock::common::ModeRail</name>
    <message>
        <source>Modes</source>
        <translation>模式</translation>
    </message>
</context>
<context>
    <name>penstock::compare::CompareScreen</name>
    <message>
        <source>Use as baseline</source>
        <translation>设为基线</translation>
    </message>
    <message>
        <source>Compare everything with the chosen run</source>
        <translation>将所有运行与所选运行比较</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可对比的内容</translation>
    </message>
    <message>
        <source>Runs whose steps declare metrics stand here beside each other, with the parameters in which they differ.</source>
        <translation>步骤声明了指标的运行会在这里并列显示，并列出它们之间不同的参数。</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>要对比的运行</translation>
    </message>
    <message>
        <source>the newest %1 of %2 runs with metrics</source>
        <translation>%2 次有指标的运行中最新的 %1 次</translation>
    </message>
    <message>
        <source>%1 · parameters that differ · baseline %2 · ticked runs are in the charts, %3 at most</source>
        <translation>%1 · 有差异的参数 · 基线 %2 · 勾选的运行显示在图表中，最多 %3 个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose a run in the table first.</source>
        <translation>请先在表中选择一次运行。</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>对比</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) with metrics</source>
        <translation>
            <numerusform>%n 次有指标的运行</numerusform>
        </translation>
    </message>
    <message>
        <source>in the charts, or not</source>
        <translation>在图表中显示或不显示</translation>
    </message>
    <message>
        <source>open the run</source>
        <translation>打开该次运行</translation>
    </message>
</context>
<context>
    <name>penstock::compare::MetricCharts</name>
    <message>
        <source>Final values</source>
        <translation>最终值</translation>
    </message>
    <message>
        <source>While it ran</source>
        <translation>运行期间</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Chart of final values</source>
        <translation>最终值图表</translation>
    </message>
    <message>
        <source>Chart of series</source>
        <translation>序列图表</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
</context>
<context>
    <name>penstock::designer::CanvasEditing</name>
    <message>
        <source>New step</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>New step after %1</source>
        <translation>%1 之后的新步骤</translation>
    </message>
    <message>
        <source>New step before %1</source>
        <translation>%1 之前的新步骤</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>two ports</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Link %1 to</source>
        <translation>将 %1 连接到</translation>
    </message>
    <message>
        <source>Condition of the branch to %1</source>
        <translation>通往 %1 的分支的条件</translation>
    </message>
    <message>
        <source>%1 lies outside of the workspace. Copy it there first: a run must find what it needs.</source>
        <translation>%1 在工作区之外。请先把它复制进来：运行必须能找到所需的文件。</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>步骤名称</translation>
    </message>
    <message>
        <source>%1, in place of %2</source>
        <comment>two ports, a step</comment>
        <translation>%1，取代 %2</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ChoiceEditor</name>
    <message>
        <source>as usual</source>
        <translation>按默认</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DesignCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>An empty pipeline. Press Tab or double-click to add a step; drop a script here to run it as one.</source>
        <translation>空的流水线。按 Tab 或双击以添加步骤；把脚本拖到这里即可作为步骤运行。</translation>
    </message>
    <message>
        <source>new step, after the chosen one</source>
        <translation>在所选步骤之后添加新步骤</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DesignScreen</name>
    <message>
        <source>New pipeline…</source>
        <translation>新建流水线…</translation>
    </message>
    <message>
        <source>Name of the new pipeline</source>
        <translation>新流水线的名称</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>问题（%1）</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>states of %1</source>
        <translation>%1 的状态</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1（已编辑）</translation>
    </message>
    <message>
        <source>Below the canvas</source>
        <translation>画布下方</translation>
    </message>
    <message>
        <source>Form of a step</source>
        <translation>步骤表单</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>对比版本…</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边</translation>
    </message>
    <message>
        <source>Back to the outer pipeline</source>
        <translation>返回外层流水线</translation>
    </message>
    <message>
        <source>%1 is not there yet: no file of that name is in the workspace.</source>
        <translation>%1 尚不存在：工作区中没有这个文件。</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
</context>
<context>
    <name>penstock::designer::FirstPipeline</name>
    <message>
        <source>An empty pipeline…</source>
        <translation>空的流水线…</translation>
    </message>
    <message>
        <source>No pipeline in this workspace</source>
        <translation>此工作区中没有流水线</translation>
    </message>
    <message>
        <source>Put a file NAME.pipeline.yaml into the folder pipelines; it appears here at once. Or begin with a script.</source>
        <translation>将文件 NAME.pipeline.yaml 放入 pipelines 文件夹，它会立即显示在这里。也可以从脚本开始。</translation>
    </message>
    <message>
        <source>Begin with a script: it becomes a pipeline of one step, to which others can be added. Nothing runs by that.</source>
        <translation>从脚本开始：它会成为只有一个步骤的流水线，之后可以添加其他步骤。这样做不会运行任何内容。</translation>
    </message>
    <message>
        <source>Make a pipeline from %1</source>
        <translation>用 %1 创建流水线</translation>
    </message>
    <message>
        <source>Choose a script…</source>
        <translation>选择脚本…</translation>
    </message>
    <message>
        <source>Another script…</source>
        <translation>其他脚本…</translation>
    </message>
</context>
<context>
    <name>penstock::designer::FrameEditing</name>
    <message>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>框的标题</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>便签文字</translation>
    </message>
    <message>
        <source>Put into the frame</source>
        <translation>放入框中</translation>
    </message>
</context>
<context>
    <name>penstock::designer::Inspector</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Pipeline · choose a step to see and change what it does</source>
        <translation>流水线 · 请选择一个步骤，以查看和更改它的内容</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind and state of a step</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 个步骤</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 · what is set here is set in all of them</source>
        <translation>%1 · 此处的设置会应用到所有选中的步骤</translation>
    </message>
    <message>
        <source>rename the step</source>
        <translation>重命名步骤</translation>
    </message>
    <message>
        <source>what can be written here</source>
        <translation>此处可以写什么</translation>
    </message>
    <message>
        <source>take over what was typed into a field of several lines</source>
        <translation>采用在多行字段中输入的内容</translation>
    </message>
    <message>
        <source>mend what is wrong in the field</source>
        <translation>修正该字段中的问题</translation>
    </message>
    <message>
        <source>the field back to its default, or the row away</source>
        <translation>将字段恢复默认，或删除所在行</translation>
    </message>
    <message>
        <source>move a branch</source>
        <translation>移动分支</translation>
    </message>
</context>
<context>
    <name>penstock::designer::LineEditor</name>
    <message>
        <source>A whole number is needed here.</source>
        <translation>此处需要整数。</translation>
    </message>
    <message>
        <source>A number is needed here.</source>
        <translation>此处需要数字。</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>OfferText</name>
    <message>
        <source>Fan-out</source>
        <translation>扇出</translation>
    </message>
    <message>
        <source>the same step over a list</source>
        <translation>对列表中的每一项执行同一步骤</translation>
    </message>
    <message>
        <source>a script of this workspace</source>
        <translation>此工作区的脚本</translation>
    </message>
    <message>
        <source>a pipeline of this workspace</source>
        <translation>此工作区的流水线</translation>
    </message>
    <message>
        <source>Go on?</source>
        <translation>是否继续？</translation>
    </message>
    <message>
        <source>run shell script python process task job</source>
        <translation>运行 脚本 程序 命令 任务 进程</translation>
    </message>
    <message>
        <source>if branch decision condition switch</source>
        <translation>如果 分支 判断 条件</translation>
    </message>
    <message>
        <source>sleep delay timer sensor</source>
        <translation>等待 延时 定时</translation>
    </message>
    <message>
        <source>ask person human gate review</source>
        <translation>询问 人工 审批 审核</translation>
    </message>
    <message>
        <source>record model version</source>
        <translation>登记 模型 版本</translation>
    </message>
    <message>
        <source>production stage release deploy</source>
        <translation>生产 发布 上线 部署</translation>
    </message>
    <message>
        <source>nested subgraph component</source>
        <translation>嵌套 子图 组件</translation>
    </message>
    <message>
        <source>todo empty later</source>
        <translation>待办 空 以后</translation>
    </message>
    <message>
        <source>stop finish fail</source>
        <translation>停止 结束 失败</translation>
    </message>
</context>
<context>
    <name>penstock::designer::Nesting</name>
    <message>
        <source>Collapse to a sub-pipeline…</source>
        <translation>折叠为子流水线…</translation>
    </message>
    <message>
        <source>Expand the sub-pipeline</source>
        <translation>展开子流水线</translation>
    </message>
    <message>
        <source>Name of the new pipeline</source>
        <translation>新流水线的名称</translation>
    </message>
    <message>
        <source>There is a file %1 already: choose another name.</source>
        <translation>文件 %1 已存在：请另选名称。</translation>
    </message>
    <message>
        <source>Open the sub-pipeline</source>
        <translation>打开子流水线</translation>
    </message>
    <message>
        <source>Open the file of the sub-pipeline by itself</source>
        <translation>单独打开子流水线的文件</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ParagraphEditor</name>
    <message>
        <source>differs</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>penstock::designer::PipelineEditor</name>
    <message>
        <source>%1 was changed by another program, and the two changes do not fit together. Decide above the canvas which of them is kept.</source>
        <translation>%1 被其他程序更改，且与此处的更改无法合并。请在画布上方决定保留哪一个。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ProblemsModel</name>
    <message>
        <source>Line %1: %2 — %3</source>
        <translation>第 %1 行：%2 — %3</translation>
    </message>
    <message>
        <source>Alt+Enter mends it</source>
        <translation>按 Alt+Enter 修正</translation>
    </message>
</context>
<context>
    <name>penstock::designer::StepActions</name>
    <message>
        <source>Link in a row</source>
        <translation>依次连接</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>加框</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Fold or unfold the frame</source>
        <translation>折叠或展开框</translation>
    </message>
    <message>
        <source>New step…</source>
        <translation>新步骤…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete and heal</source>
        <translation>删除并接合</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Link to…</source>
        <translation>连接到…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Run to here</source>
        <translation>运行到此处</translation>
    </message>
    <message>
        <source>Run from here</source>
        <translation>从此处运行</translation>
    </message>
    <message>
        <source>Run only this</source>
        <translation>只运行此步骤</translation>
    </message>
    <message>
        <source>There is no text on the clipboard: copy steps first, here or as YAML from anywhere.</source>
        <translation>剪贴板上没有文本：请先在这里复制步骤，或从任何地方复制 YAML。</translation>
    </message>
    <message>
        <source>Put into a frame…</source>
        <translation>放入框…</translation>
    </message>
    <message>
        <source>Take out of the frame</source>
        <translation>移出框</translation>
    </message>
</context>
<context>
    <name>penstock::designer::StepLogPanel</name>
    <message>
        <source>Choose a step that has run to read its log.</source>
        <translation>请选择一个已运行的步骤以阅读其日志。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::StepPalette</name>
    <message>
        <source>Type to filter (Tab on the canvas)</source>
        <translation>输入以筛选（在画布上按 Tab）</translation>
    </message>
    <message>
        <source>Filter of steps</source>
        <translation>步骤筛选</translation>
    </message>
    <message>
        <source>New steps</source>
        <translation>新步骤</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>新步骤</translation>
    </message>
</context>
<context>
    <name>penstock::designer::TextEditor</name>
    <message>
        <source>One entry a line. Ctrl+Enter takes it over.</source>
        <translation>每行一项。按 Ctrl+Enter 采用。</translation>
    </message>
    <message>
        <source>A piece of YAML. Ctrl+Enter takes it over.</source>
        <translation>一段 YAML。按 Ctrl+Enter 采用。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ViewActions</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Find a step…</source>
        <translation>查找步骤…</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>查找步骤</translation>
    </message>
    <message>
        <source>What comes before</source>
        <translation>之前的所有步骤</translation>
    </message>
    <message>
        <source>What comes after</source>
        <translation>之后的所有步骤</translation>
    </message>
    <message>
        <source>All that is connected</source>
        <translation>所有相连的步骤</translation>
    </message>
    <message>
        <source>Fade what is not related</source>
        <translation>淡化无关的步骤</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Upper edges</source>
        <translation>上对齐</translation>
    </message>
    <message>
        <source>Lower edges</source>
        <translation>下对齐</translation>
    </message>
    <message>
        <source>In one column</source>
        <translation>排成一列</translation>
    </message>
    <message>
        <source>In one row</source>
        <translation>排成一行</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>水平等距</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>垂直等距</translation>
    </message>
</context>
<context>
    <name>penstock::designer::YamlPanel</name>
    <message>
        <source>This text makes no sense at the marked line. The drawing shows the last text that did.</source>
        <translation>文本在标出的行无法理解。图中显示的是最后一个可理解的文本。</translation>
    </message>
    <message>
        <source>find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>the next place; with Shift the one before</source>
        <translation>下一处；按住 Shift 为上一处</translation>
    </message>
    <message>
        <source>what can be written here</source>
        <translation>此处可以写的内容</translation>
    </message>
    <message>
        <source>indent; with Shift the other way</source>
        <translation>增加缩进；按住 Shift 为减少缩进</translation>
    </message>
    <message>
        <source>make lines a comment, or no comment</source>
        <translation>将行设为注释或取消注释</translation>
    </message>
    <message>
        <source>back to the canvas</source>
        <translation>返回画布</translation>
    </message>
</context>
<context>
    <name>penstock::models::ChoicesModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>penstock::models::Chooser</name>
    <message>
        <source>Found: %1</source>
        <comment>a number of things</comment>
        <translation>找到：%1</translation>
    </message>
    <message>
        <source>Nothing fits these words.</source>
        <translation>没有与这些词相符的内容。</translation>
    </message>
</context>
<context>
    <name>penstock::models::ComparisonModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基线</translation>
    </message>
</context>
<context>
    <name>PortText</name>
    <message>
        <source>after other steps</source>
        <translation>在其他步骤之后</translation>
    </message>
    <message>
        <source>before other steps</source>
        <translation>在其他步骤之前</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>a branch</source>
        <translation>一个分支</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>when rejected</source>
        <translation>被拒绝时</translation>
    </message>
</context>
<context>
    <name>penstock::models::RequestsModel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定者</translation>
    </message>
    <message>
        <source>asked by %1 · %2</source>
        <translation>由 %1 提出 · %2</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>%1后过期</translation>
    </message>
    <message>
        <source>approved by %1 · %2</source>
        <translation>由 %1 批准 · %2</translation>
    </message>
    <message>
        <source>rejected by %1</source>
        <translation>由 %1 拒绝</translation>
    </message>
    <message>
        <source>rejected: %1</source>
        <translation>已拒绝：%1</translation>
    </message>
    <message>
        <source>expired, not approved</source>
        <translation>已过期，未批准</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>penstock::models::RunsModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>What</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
</context>
<context>
    <name>penstock::models::StepsModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n succeeded</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项成功</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lost</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项失联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项已取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n 项待开始</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Enter lists them.</source>
        <translation>%1。按 Enter 逐项列出。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n more item(s) of %1</source>
        <translation>
            <numerusform>%1 的其余 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::models::TestCasesModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>penstock::models::VersionsModel</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>penstock::registry_ui::LinesModel</name>
    <message>
        <source>%1 in Production</source>
        <translation>%1 处于生产</translation>
    </message>
    <message>
        <source>nothing in Production</source>
        <translation>生产中没有版本</translation>
    </message>
    <message>
        <source>Model lines</source>
        <translation>模型线</translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n 个版本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::registry_ui::RegistryScreen</name>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>A register step in a pipeline makes a version here: its number, what it was made of, and every move it makes.</source>
        <translation>流水线中的注册步骤会在这里产生版本：其编号、构成以及每一次阶段变更。</translation>
    </message>
    <message>
        <source>Model lines</source>
        <translation>模型线</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>open the run that made it</source>
        <translation>打开产生它的运行</translation>
    </message>
</context>
<context>
    <name>penstock::registry_ui::VersionPage</name>
    <message>
        <source>Who put it where</source>
        <translation>阶段变更记录</translation>
    </message>
    <message>
        <source>What it was made of</source>
        <translation>构成</translation>
    </message>
    <message>
        <source>%1 · registered %2 by %3 · run %4</source>
        <translation>%1 · 由 %3 于 %2 注册 · 运行 %4</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>It has not left the stage it was registered in.</source>
        <translation>它尚未离开注册时所处的阶段。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>penstock::runs::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
</context>
<context>
    <name>penstock::runs::FactList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>penstock::runs::HistoryModel</name>
    <message>
        <source>%1, taken over</source>
        <comment>type of a value</comment>
        <translation>%1，沿用</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>penstock::runs::InboxList</name>
    <message>
        <source>Events from outside</source>
        <translation>外部事件</translation>
    </message>
    <message>
        <source>No event came in yet. `penstock emit NAME` sends one; a pipeline listens to it with `on: {event: NAME}`.</source>
        <translation>尚未收到事件。`penstock emit NAME` 可发送一个；流水线用 `on: {event: NAME}` 监听它。</translation>
    </message>
    <message>
        <source>another event</source>
        <translation>另一个事件</translation>
    </message>
</context>
<context>
    <name>penstock::runs::InboxModel</name>
    <message numerus="yes">
        <source>%n time(s) again</source>
        <translation>
            <numerusform>又收到 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>replay of %1</source>
        <translation>重放 %1</translation>
    </message>
</context>
<context>
    <name>penstock::runs::RunGraphView</name>
    <message>
        <source>Graph of the run</source>
        <translation>运行图</translation>
    </message>
    <message>
        <source>Way to the pipeline that is shown</source>
        <translation>通向所示流水线的路径</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>out of the pipeline inside</source>
        <translation>离开内部的流水线</translation>
    </message>
</context>
<context>
    <name>penstock::runs::RunHeader</name>
    <message>
        <source>%1 #%2</source>
        <translation>%1 #%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state of a run and how long it took</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>started by %1 · %2</source>
        <translation>由 %1 启动 · %2</translation>
    </message>
    <message>
        <source>continues %1</source>
        <translation>续自 %1</translation>
    </message>
    <message>
        <source>cancel was asked for</source>
        <translation>已要求取消</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>由 %1 引起</translation>
    </message>
    <message>
        <source>files removed by retention, %1</source>
        <translation>文件已按保留规则删除，%1</translation>
    </message>
    <message>
        <source>logs removed by retention, %1</source>
        <translation>日志已按保留规则删除，%1</translation>
    </message>
</context>
<context>
    <name>penstock::runs::RunList</name>
    <message>
        <source>No run fits this filter.</source>
        <translation>没有符合此筛选条件的运行。</translation>
    </message>
    <message>
        <source>Filter, e.g. state:failed since:7d</source>
        <translation>筛选，例如 state:failed since:7d</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>filter the runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>another run</source>
        <translation>切换运行</translation>
    </message>
</context>
<context>
    <name>penstock::runs::RunPage</name>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Views of the run</source>
        <translation>运行的视图</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>another step</source>
        <translation>切换步骤</translation>
    </message>
    <message>
        <source>nearer in time, farther, all</source>
        <translation>放大时间、缩小、显示全部</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Views of the step</source>
        <translation>步骤的视图</translation>
    </message>
</context>
<context>
    <name>penstock::runs::RunsScreen</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>查看并决定…</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>Open a pipeline in Design and press Run. What it does is then seen here, step by step.</source>
        <translation>请在“设计”中打开一条流水线并按“运行”。随后可在这里逐步查看它的执行情况。</translation>
    </message>
    <message>
        <source>Go to Design</source>
        <translation>转到“设计”</translation>
    </message>
    <message>
        <source>Stop what runs and start nothing more; asked twice, also stop what always runs</source>
        <translation>停止正在运行的步骤，不再启动新的步骤；再次请求时，连始终运行的步骤也一并停止</translation>
    </message>
    <message>
        <source>A new run that takes over what succeeded in this one</source>
        <translation>新的运行，沿用此次运行中已成功的部分</translation>
    </message>
    <message>
        <source>A new run of the file as it is now, with the same parameters</source>
        <translation>按文件的当前内容、以相同参数启动新的运行</translation>
    </message>
    <message>
        <source>See the evidence and decide</source>
        <translation>查看证据并作出决定</translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation>%2 的运行 %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Reproduce</source>
        <translation>再现</translation>
    </message>
    <message>
        <source>Make its results again, from its documents and its code, and compare them</source>
        <translation>用其文档和代码再次得出结果，并作比较</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Handle this event once more, with the pipelines as they are now</source>
        <translation>用现在的流水线再次处理此事件</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Runs, or the events that start them</source>
        <translation>运行，或启动它们的事件</translation>
    </message>
    <message>
        <source>Inbox (%1)</source>
        <translation>收件箱（%1）</translation>
    </message>
    <message>
        <source>Run again with…</source>
        <translation>以其他设置再次运行…</translation>
    </message>
    <message>
        <source>The same with other parameters; what would be the same can be taken over</source>
        <translation>同样的运行，但使用其他参数；其中不会变化的部分可以沿用</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Why it ran or did not</source>
        <translation>为何运行或未运行</translation>
    </message>
    <message>
        <source>History of its values</source>
        <translation>其值的历史</translation>
    </message>
    <message>
        <source>The pipeline inside</source>
        <translation>内部的流水线</translation>
    </message>
    <message>
        <source>Run from “%1” on</source>
        <translation>从“%1”起运行</translation>
    </message>
    <message>
        <source>This step and what comes after it, without the cache; the rest is taken over from this run</source>
        <translation>此步骤及其后的步骤，不使用缓存；其余沿用自本次运行</translation>
    </message>
    <message>
        <source>Run up to “%1”</source>
        <translation>运行到“%1”为止</translation>
    </message>
    <message>
        <source>This step and what comes before it</source>
        <translation>此步骤及其之前的步骤</translation>
    </message>
    <message>
        <source>Run only “%1”</source>
        <translation>仅运行“%1”</translation>
    </message>
    <message>
        <source>This step alone, without the cache; what it needs is taken over from this run</source>
        <translation>仅此步骤，不使用缓存；它所需的沿用自本次运行</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepExplanation</name>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Choose a step to see why it ran or did not.</source>
        <translation>选择一个步骤，查看它为何运行或未运行。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepHistory</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Chart of the value over runs</source>
        <translation>该值随运行变化的图表</translation>
    </message>
    <message>
        <source>Choose a step to see how its values went over the runs.</source>
        <translation>选择一个步骤，查看其值在各次运行中的变化。</translation>
    </message>
    <message>
        <source>No run of this step has given a value or metric.</source>
        <translation>该步骤的任何运行都没有给出值或指标。</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepLog</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Choose a step to see its log.</source>
        <translation>请选择一个步骤以查看其日志。</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>This step runs no program and prints nothing.</source>
        <translation>此步骤不运行程序，也不输出任何内容。</translation>
    </message>
    <message>
        <source>Taken over from %1; its log is there.</source>
        <translation>沿用自 %1；日志在那里。</translation>
    </message>
    <message>
        <source>It printed nothing.</source>
        <translation>没有输出任何内容。</translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation>尚未输出任何内容。</translation>
    </message>
    <message>
        <source>It has not begun.</source>
        <translation>尚未开始。</translation>
    </message>
    <message>
        <source>Taken from the cache; nothing was executed.</source>
        <translation>取自缓存；没有执行任何内容。</translation>
    </message>
    <message>
        <source>Reads %1 first: %2.</source>
        <comment>data/raw, 1.2 of 5.0 GB</comment>
        <translation>先读取 %1：%2。</translation>
    </message>
    <message>
        <source>Installs what %1 lists, since %2.</source>
        <comment>requirements.txt, 40 s</comment>
        <translation>正在安装 %1 中列出的软件包，已用时 %2。</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Views of the step</source>
        <translation>步骤的视图</translation>
    </message>
    <message numerus="yes">
        <source>Tests (%n failed)</source>
        <translation>
            <numerusform>测试（%n 个失败）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tests (%n)</source>
        <translation>
            <numerusform>测试（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepSeries</name>
    <message>
        <source>Nothing was logged</source>
        <translation>没有记录任何内容</translation>
    </message>
    <message>
        <source>What a script writes to $PENSTOCK_METRICS, or logs with MLflow, is drawn here while it runs.</source>
        <translation>脚本写入 $PENSTOCK_METRICS 或用 MLflow 记录的内容，会在运行期间画在这里。</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>%1 的图表</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步数</translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepTests</name>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>What the test says</source>
        <translation>测试给出的内容</translation>
    </message>
    <message>
        <source>Filter, e.g. failed shape</source>
        <translation>筛选，例如 失败 shape</translation>
    </message>
    <message>
        <source>Filter tests</source>
        <translation>筛选测试</translation>
    </message>
    <message>
        <source>Choose a step to see its tests.</source>
        <translation>选择一个步骤以查看其测试。</translation>
    </message>
    <message>
        <source>Its test reports are read when it has ended.</source>
        <translation>步骤结束后会读取其测试报告。</translation>
    </message>
    <message>
        <source>This step declares no test reports. Where its command writes JUnit XML, add: %1</source>
        <translation>该步骤没有声明测试报告。如果其命令会写出 JUnit XML，请添加：%1</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>没有测试</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>tests, time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The cases of these tests are not kept any more.</source>
        <translation>这些测试的用例已不再保留。</translation>
    </message>
</context>
<context>
    <name>penstock::runs::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>penstock::studio::Banner</name>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>penstock::studio::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>penstock::studio::MainWindow</name>
    <message>
        <source>Find a step, run, model or command</source>
        <translation>查找步骤、运行、模型或命令</translation>
    </message>
    <message>
        <source>%1 – Penstock</source>
        <translation>%1 – Penstock</translation>
    </message>
    <message>
        <source>Penstock</source>
        <translation>Penstock</translation>
    </message>
    <message>
        <source>This workspace is restricted, because you have not run it before: you can see and edit everything, but no step runs. Trust it if you know where its files come from.</source>
        <translation>此工作区受限，因为您此前未运行过它：您可以查看和编辑所有内容，但不会运行任何步骤。如果您知道其文件的来源，请信任它。</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到“%1”</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开另一个文件夹…</translation>
    </message>
    <message>
        <source>Open a folder as workspace</source>
        <translation>将文件夹作为工作区打开</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Make a pipeline from a script</source>
        <translation>用脚本创建流水线</translation>
    </message>
    <message>
        <source>Make a pipeline from a script…</source>
        <translation>用脚本创建流水线…</translation>
    </message>
    <message>
        <source>The runs wait, and go on by themselves once this is mended: %1</source>
        <translation>运行正在等待，此问题解决后会自行继续：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait for a decision</source>
        <translation>
            <numerusform>%n 个请求等待决定</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>to the next part of the screen; with Shift back</source>
        <translation>到屏幕的下一部分；加 Shift 返回</translation>
    </message>
    <message>
        <source>the menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Secrets…</source>
        <translation>机密…</translation>
    </message>
</context>
<context>
    <name>penstock::studio::ParameterForm</name>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Trust and run</source>
        <translation>信任并运行</translation>
    </message>
    <message>
        <source>You have not run this workspace before. Its pipelines can run any program as you: trust it if you know where its files come from.</source>
        <translation>您以前没有运行过此工作区。它的流水线可以以您的身份运行任何程序：如果您知道这些文件的来源，请信任它。</translation>
    </message>
    <message>
        <source>as it stands in the workspace</source>
        <translation>工作区中的现状</translation>
    </message>
    <message>
        <source>Code at</source>
        <translation>代码修订</translation>
    </message>
    <message>
        <source>a branch, tag or commit: the run works in a clean checkout of it</source>
        <translation>分支、标签或提交：运行在其干净检出中进行</translation>
    </message>
    <message>
        <source>Take over from %1 what would be the same</source>
        <translation>从 %1 沿用不会变化的部分</translation>
    </message>
    <message>
        <source>What succeeded there is not executed again where its step, its parameters and all it needs are the same now.</source>
        <translation>那里成功的步骤，如果步骤、参数及其所需的一切现在都相同，就不会再次执行。</translation>
    </message>
    <message>
        <source>Take nothing from the cache</source>
        <translation>不使用缓存</translation>
    </message>
</context>
<context>
    <name>penstock::studio::SecretKeeper</name>
    <message>
        <source>The program penstock could not be started: %1</source>
        <translation>无法启动程序 penstock：%1</translation>
    </message>
    <message>
        <source>The secrets cannot be read at present.</source>
        <translation>目前无法读取机密。</translation>
    </message>
</context>
<context>
    <name>penstock::studio::SecretsDialog</name>
    <message>
        <source>There are no secrets yet. A step names the ones that it needs under &quot;secrets&quot;; keep their values here.</source>
        <translation>还没有机密。步骤在“secrets”下指定它需要的机密；请在此保存其值。</translation>
    </message>
    <message>
        <source>Only in this workspace</source>
        <translation>仅在此工作区</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>In the keyring of the system</source>
        <translation>在系统的密钥环中</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存于</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>%1 · %2, only in this workspace</source>
        <comment>name and place of a secret</comment>
        <translation>%1 · %2，仅在此工作区</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name and place of a secret</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>penstock::studio::TopBar</name>
    <message>
        <source>Find a step, run, model or command</source>
        <translation>查找步骤、运行、模型或命令</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
</context>
<context>
    <name>penstock::studio::WelcomePage</name>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>New from the digits template…</source>
        <translation>从 digits 模板新建…</translation>
    </message>
    <message>
        <source>Penstock</source>
        <translation>Penstock</translation>
    </message>
    <message>
        <source>Draw a pipeline, run it, compare the models that come out, and put one into production with a click that is backed by evidence.</source>
        <translation>绘制流水线并运行它，对比得到的模型，再凭证据一键将其投入生产。</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>New from the digits template</source>
        <translation>从 digits 模板新建</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Open a folder as workspace</source>
        <translation>将文件夹作为工作区打开</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>新工作区的文件夹</translation>
    </message>
    <message>
        <source>%1 · this folder is gone</source>
        <translation>%1 · 此文件夹已不存在</translation>
    </message>
</context>
<context>
    <name>penstock::studio::WorkspaceMaker</name>
    <message>
        <source>The program penstock could not be started: %1</source>
        <translation>无法启动程序 penstock：%1</translation>
    </message>
    <message>
        <source>The workspace could not be made.</source>
        <translation>无法创建工作区。</translation>
    </message>
</context>
<context>
    <name>LineMarks</name>
    <message>
        <source>%1: %2</source>
        <comment>severity and what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DifferenceDialog</name>
    <message>
        <source>Difference – %1</source>
        <translation>差异 – %1</translation>
    </message>
    <message>
        <source>− only in the file   + only here</source>
        <translation>− 仅在文件中   + 仅在此处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DraftKeeper</name>
    <message>
        <source>Unsaved edits of %1 cannot be kept for the case of a crash: %2 Save them before long.</source>
        <translation>无法为 %1 的未保存编辑留存备份以防崩溃：%2 请尽快保存。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处 (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::designer::HistoryModel</name>
    <message>
        <source>Opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>%1, now</source>
        <comment>a step of the history</comment>
        <translation>%1，当前</translation>
    </message>
    <message>
        <source>%1, undone</source>
        <comment>a step of the history</comment>
        <translation>%1，已撤销</translation>
    </message>
</context>
<context>
    <name>penstock::designer::HistoryPopup</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>penstock::designer::NoticeBar</name>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用文件中的</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃这些编辑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saving then writes over what the file holds now.</source>
        <translation>之后保存时会覆盖文件现有的内容。</translation>
    </message>
    <message>
        <source>The text here becomes that of the file. Undo brings yours back.</source>
        <translation>此处的文本将变为文件的内容。撤销可恢复您的文本。</translation>
    </message>
    <message>
        <source>Edits of %1 were recovered. They are not saved yet.</source>
        <translation>已恢复 %1 的编辑，尚未保存。</translation>
    </message>
    <message>
        <source>%1 is no longer there. Saving makes it again.</source>
        <translation>%1 已不存在。保存会重新创建它。</translation>
    </message>
    <message>
        <source>Edits of %1 were recovered. %2 was changed since: both changes are in the text.</source>
        <translation>已恢复 %1 的编辑。此后 %2 有更改：两处更改都在文本中。</translation>
    </message>
    <message>
        <source>%1 was changed by another program too: both changes are in the text.</source>
        <translation>%1 也被其他程序更改：两处更改都在文本中。</translation>
    </message>
    <message>
        <source>%1 was changed by another program, and the two changes do not fit together.</source>
        <translation>%1 被其他程序更改，且与此处的更改无法合并。</translation>
    </message>
    <message>
        <source>Edits of %1 were recovered, but %2 was changed since, and the two do not fit together.</source>
        <translation>已恢复 %1 的编辑，但此后 %2 有更改，两者无法合并。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::YamlText</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>The text to paste is too large: a pipeline has at most 16 MiB. Nothing was changed.</source>
        <translation>要粘贴的文本过大：流水线最多 16 MiB。未作任何更改。</translation>
    </message>
    <message>
        <source>What should be pasted is no text. Nothing was changed.</source>
        <translation>要粘贴的内容不是文本。未作任何更改。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::GraphOutput</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the selection…</source>
        <translation>导出所选内容…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Pictures in the colours of the screen</source>
        <translation>图片使用屏幕配色</translation>
    </message>
    <message>
        <source>Pictures carry the text of the pipeline</source>
        <translation>图片附带流水线文本</translation>
    </message>
    <message>
        <source>%1 has none of the suffixes of pictures: .svg, .png and .pdf.</source>
        <translation>%1 没有图片的后缀：.svg、.png 或 .pdf。</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg);;PNG picture (*.png);;PDF page (*.pdf)</source>
        <translation>SVG 矢量图 (*.svg);;PNG 图片 (*.png);;PDF 页面 (*.pdf)</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>导出流程图</translation>
    </message>
    <message>
        <source>The printer %1 cannot be used. Choose another one.</source>
        <translation>无法使用打印机 %1。请选择其他打印机。</translation>
    </message>
    <message>
        <source>The picture was not written. %1</source>
        <comment>and why</comment>
        <translation>图片未能写入。%1</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of points of this graph. Export it as SVG or PDF.</source>
        <translation>内存不足，无法为此图生成点阵图片。请导出为 SVG 或 PDF。</translation>
    </message>
</context>
<context>
    <name>FormPlan</name>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>LastValues</name>
    <message>
        <source>= %1 · %2</source>
        <comment>value of an expression and its run</comment>
        <translation>= %1 · %2</translation>
    </message>
    <message>
        <source>= %1</source>
        <comment>value of an expression</comment>
        <translation>= %1</translation>
    </message>
</context>
<context>
    <name>penstock::common::FormRow</name>
    <message>
        <source>Back to the default: take %1 away</source>
        <translation>恢复默认：去掉“%1”</translation>
    </message>
</context>
<context>
    <name>penstock::designer::CommandEditor</name>
    <message>
        <source>A script for bash. Ctrl+Enter takes it over.</source>
        <translation>bash 脚本。按 Ctrl+Enter 采用。</translation>
    </message>
    <message>
        <source>A program and its arguments; what holds blanks stands in &apos;quotes&apos;. Ctrl+Enter takes it over.</source>
        <translation>程序及其参数；含空格的参数请放在 &apos;引号&apos; 中。按 Ctrl+Enter 采用。</translation>
    </message>
    <message>
        <source>Make it a command line</source>
        <translation>改为命令行</translation>
    </message>
    <message>
        <source>Make it a script</source>
        <translation>改为脚本</translation>
    </message>
</context>
<context>
    <name>penstock::designer::CompletionModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a word and what it means</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>penstock::designer::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
</context>
<context>
    <name>penstock::designer::EntryRow</name>
    <message>
        <source>A file or folder of the workspace instead of the output of a step</source>
        <translation>使用工作区的文件或文件夹，而不是步骤的输出</translation>
    </message>
    <message>
        <source>Remove (Alt+Delete)</source>
        <translation>删除 (Alt+Delete)</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>上移 (Alt+Up)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>下移 (Alt+Down)</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>a field, the number of its row, a cell</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>More of this row</source>
        <translation>本行的更多操作</translation>
    </message>
</context>
<context>
    <name>penstock::designer::FormSection</name>
    <message>
        <source>More: %1</source>
        <translation>更多：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ProblemDelegate</name>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>to the place in the text</source>
        <translation>转到文本中的位置</translation>
    </message>
    <message>
        <source>mend it, where the mend is certain</source>
        <translation>在修正方式确定时修正该问题</translation>
    </message>
    <message>
        <source>No problems. What is wrong with this pipeline is listed here while it is written.</source>
        <translation>没有问题。编写流水线时，其中的错误会列在这里。</translation>
    </message>
</context>
<context>
    <name>penstock::designer::RowsEditor</name>
    <message>
        <source>differs</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
    <message>
        <source>There is one called %1 already.</source>
        <translation>已经有名为“%1”的一项。</translation>
    </message>
    <message>
        <source>others differ</source>
        <translation>其余各不相同</translation>
    </message>
</context>
<context>
    <name>penstock::designer::StepForm</name>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>Secrets…</source>
        <translation>机密…</translation>
    </message>
    <message>
        <source>Which secrets there are, and new values for them</source>
        <translation>有哪些机密，以及为它们设置新值</translation>
    </message>
</context>
<context>
    <name>penstock::designer::StepHead</name>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A disabled step is skipped, and so are those that need it.</source>
        <translation>已禁用的步骤会被跳过，依赖它的步骤也会被跳过。</translation>
    </message>
    <message>
        <source>Rename (F2): all that refers to it follows</source>
        <translation>重命名 (F2)：所有引用都会随之更改</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已改名</translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>the name of a step before</comment>
        <translation>原名 %1</translation>
    </message>
    <message>
        <source>changed: %1 …</source>
        <comment>fields of a step</comment>
        <translation>已更改：%1 …</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <comment>fields of a step</comment>
        <translation>已更改：%1</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>when rejected</source>
        <translation>被拒绝时</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DifferencesModel</name>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Parameter %1</source>
        <translation>参数 %1</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>an edge: from, to, kind</comment>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>renamed, was %1</source>
        <translation>已改名，原名 %1</translation>
    </message>
</context>
<context>
    <name>penstock::designer::DifferenceText</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>penstock::designer::FieldsModel</name>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>penstock::designer::TrailBar</name>
    <message>
        <source>Way through the pipelines</source>
        <translation>经过的流水线</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>返回 %1</translation>
    </message>
    <message>
        <source>%1, open now</source>
        <translation>%1，当前打开</translation>
    </message>
</context>
<context>
    <name>penstock::designer::VersionBox</name>
    <message>
        <source>As edited here</source>
        <translation>此处编辑的内容</translation>
    </message>
    <message>
        <source>As it is here, nothing edited</source>
        <translation>此处的内容，未编辑</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>已保存的文件</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>of a revision: subject, when, who</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 by %2, %3
%4</source>
        <comment>of a revision: commit, who, when, subject</comment>
        <translation>%1，作者 %2，%3
%4</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>流水线 %1</translation>
    </message>
</context>
<context>
    <name>penstock::designer::VersionsPage</name>
    <message>
        <source>Version before</source>
        <translation>之前的版本</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>之后的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Fields that differ</source>
        <translation>有差异的字段</translation>
    </message>
    <message>
        <source>Compared graph</source>
        <translation>对比图</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>One of the two texts makes no sense as a pipeline. What differs by lines is under Text.</source>
        <translation>两个文本之一不是有效的流水线。逐行的差异见“文本”。</translation>
    </message>
    <message>
        <source>… and more: this is too long to be shown.</source>
        <translation>……还有更多：内容过长，无法全部显示。</translation>
    </message>
    <message>
        <source>The two are the same.</source>
        <translation>两者相同。</translation>
    </message>
    <message>
        <source>They differ.</source>
        <translation>两者不同。</translation>
    </message>
    <message>
        <source>They differ in comments, order or spelling alone.</source>
        <translation>仅在注释、顺序或写法上不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>新增 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>删除 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>更改 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n renamed</source>
        <translation>
            <numerusform>改名 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The pipeline itself changed.</source>
        <translation>流水线本身有更改。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of a list</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>penstock::designer::EdgePanel</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>What went through the edge</source>
        <translation>经过此边的内容</translation>
    </message>
    <message>
        <source>Beginning of what went through the edge</source>
        <translation>经过此边的内容的开头</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>an edge: from, to</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>No edge is chosen</source>
        <translation>未选择边</translation>
    </message>
    <message>
        <source>Choose an edge on the canvas to see what went through it in the last run.</source>
        <translation>在画布上选择一条边，查看上次运行中经过它的内容。</translation>
    </message>
    <message>
        <source>Nothing goes through here: the edge is the order of the two steps.</source>
        <translation>这里不传递内容：此边只表示两个步骤的先后顺序。</translation>
    </message>
    <message>
        <source>%1 went this way.</source>
        <comment>a run</comment>
        <translation>%1 走了这条路径。</translation>
    </message>
    <message>
        <source>%1 did not go this way.</source>
        <comment>a run</comment>
        <translation>%1 没有走这条路径。</translation>
    </message>
    <message>
        <source>Nothing has gone through here in %1 so far.</source>
        <comment>a run</comment>
        <translation>%1 中目前还没有内容经过这里。</translation>
    </message>
    <message>
        <source>There is no run of this pipeline yet.</source>
        <translation>此流水线尚未运行过。</translation>
    </message>
    <message>
        <source>The artifact %1, as it went through in %2.</source>
        <comment>a name, a run</comment>
        <translation>产物 %1，在 %2 中经过此处。</translation>
    </message>
    <message>
        <source>The value %1, as it went through in %2.</source>
        <comment>a name, a run</comment>
        <translation>值 %1，在 %2 中经过此处。</translation>
    </message>
    <message>
        <source>The metrics, as they went through in %1.</source>
        <comment>a run</comment>
        <translation>指标，在 %1 中经过此处。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, a %2</source>
        <comment>kind of an artifact, file or folder</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>in the store alone</source>
        <translation>仅在存储中</translation>
    </message>
    <message>
        <source>at %1 in the workspace</source>
        <comment>a path</comment>
        <translation>位于工作区的 %1</translation>
    </message>
    <message>
        <source>It is no longer in the store.</source>
        <translation>它已不在存储中。</translation>
    </message>
    <message>
        <source>Picture of %1 × %2 pixels</source>
        <comment>width, height</comment>
        <translation>%1 × %2 像素的图片</translation>
    </message>
    <message>
        <source>There is nothing in it to be shown here.</source>
        <translation>其中没有可在此显示的内容。</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>开头部分</translation>
    </message>
</context>
<context>
    <name>SpokenLinks</name>
    <message>
        <source>%1: %2</source>
        <comment>a step, its port</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>after other steps</source>
        <translation>在其他步骤之后</translation>
    </message>
    <message>
        <source>before other steps</source>
        <translation>在其他步骤之前</translation>
    </message>
    <message>
        <source>linked to %1</source>
        <translation>连到 %1</translation>
    </message>
    <message>
        <source>linked from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>通往 %1</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已走过</translation>
    </message>
    <message>
        <source>%1, into %2</source>
        <translation>%1，进入%2</translation>
    </message>
    <message>
        <source>%1, Frame around %2</source>
        <translation>%1，框，包含 %2</translation>
    </message>
    <message>
        <source>data from %1 to %2</source>
        <translation>从 %1 到 %2 的数据</translation>
    </message>
    <message>
        <source>order from %1 to %2</source>
        <translation>从 %1 到 %2 的先后顺序</translation>
    </message>
    <message>
        <source>branch from %1 to %2</source>
        <translation>从 %1 到 %2 的分支</translation>
    </message>
    <message>
        <source>on failure from %1 to %2</source>
        <translation>%1 失败时到 %2</translation>
    </message>
    <message>
        <source>back from %1 to %2</source>
        <translation>从 %1 返回 %2</translation>
    </message>
</context>
<context>
    <name>penstock::designer::ItemsEditor</name>
    <message>
        <source>The items of a list</source>
        <translation>列表中的各项</translation>
    </message>
    <message>
        <source>What an expression yields</source>
        <translation>表达式给出的列表</translation>
    </message>
    <message>
        <source>Names with values</source>
        <translation>名称与取值</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Step of %1</source>
        <translation>%1 的步骤</translation>
    </message>
    <message>
        <source>Parameter of %1</source>
        <translation>%1 的参数</translation>
    </message>
    <message>
        <source>Frame of %1</source>
        <translation>%1 的框</translation>
    </message>
    <message>
        <source>Note of %1</source>
        <translation>%1 的便签</translation>
    </message>
</context>
<context>
    <name>ShownRunText</name>
    <message>
        <source>%1 (in %2)</source>
        <comment>a run, and the step of it that opened the pipeline</comment>
        <translation>%1（在 %2 中）</translation>
    </message>
</context>
<context>
    <name>Printout</name>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>penstock::designer::OutputBar</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The picture was written to %1.</source>
        <translation>图片已写入 %1。</translation>
    </message>
</context>
</TS>
