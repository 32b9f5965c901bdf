package org.sucharit.bench;

import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * An engine with nothing of ours around it, on the same tables, connections and durability: the floor under whatever is
 * built upon it. Its one process has one task; once is to start it, find the task, claim it and complete it, each in a
 * transaction of its own, as an application would.
 */
final class RawEngine implements AutoCloseable {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="bench">
              <process id="tiny">
                <startEvent id="begun"/>
                <sequenceFlow id="toDo" sourceRef="begun" targetRef="do"/>
                <userTask id="do" flowable:candidateGroups="clerks"/>
                <sequenceFlow id="toEnd" sourceRef="do" targetRef="ended"/>
                <endEvent id="ended"/>
              </process>
            </definitions>""";

    private final ProcessEngine engine;

    RawEngine(DataSource database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setEngineName("raw");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistoryLevel(HistoryLevel.NONE);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("tiny.bpmn20.xml", MODEL)
                .deploy();
    }

    String once() {
        String process =
                engine.getRuntimeService().startProcessInstanceByKey("tiny").getId();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("clerks")
                .processInstanceId(process)
                .singleResult();
        engine.getTaskService().claim(task.getId(), "clerk");
        engine.getTaskService().complete(task.getId());
        return process;
    }

    @Override
    public void close() {
        engine.close();
    }
}
